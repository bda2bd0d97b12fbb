/** Whole models to begin with. Each is complete: with its defaults it checks without a complaint and runs. */

export interface ModelSnippet {
  readonly label: string;
  readonly title: string;
  readonly body: string;
}

export const modelSnippets: readonly ModelSnippet[] = [
  {
    label: 'binary cell',
    title: 'two liquids between a cold and a hot plate',
    body: `model "\${1:Ethanol and water between two plates}"

species \${2:ethanol} { molar_mass = \${3:46.07 g/mol} }
species \${4:water}   { molar_mass = \${5:18.015 g/mol} }

mixture \${6:liquid} of $2, $4 {
  density       = \${7:935 kg/m^3}
  diffusion     = \${8:4.5e-10 m^2/s}
  soret($2)    = \${9:-3.2e-3 1/K}
  conductivity  = \${10:0.35 W/(m*K)}
  heat_capacity = \${11:3.8 kJ/(kg*K)}
}

geometry slab { length = \${12:1 mm}; medium = $6 }

initial        { temperature = \${13:20 degC}; w($2) = \${14:0.4} }
boundary left  { temperature = \${15:20 degC} }
boundary right { temperature = \${16:30 degC} }

steady    rest
transient relax { until = \${17:10 min} }

measure separation = value(w($2), left) - value(w($2), right)

plot w($2) over x of relax at 0 s, 10 s, 1 min, end
plot separation over t of relax
$0`,
  },
  {
    label: 'ternary cell',
    title: 'three liquids with a diffusion matrix and primed coefficients',
    body: `model "\${1:A ternary mixture between two plates}"

species \${2:A} { molar_mass = \${3:132.2 g/mol} }
species \${4:B} { molar_mass = \${5:134.2 g/mol} }
species \${6:C} { molar_mass = \${7:170.3 g/mol} }

mixture \${8:liquid} of $2, $4, $6 {
  density                     = \${9:840 kg/m^3}
  conductivity                = \${10:0.13 W/(m*K)}
  heat_capacity               = \${11:2 kJ/(kg*K)}
  diffusion($2, $2)         = \${12:7e-10 m^2/s}
  diffusion($2, $4)         = \${13:-1e-10 m^2/s}
  diffusion($4, $2)         = \${14:-0.5e-10 m^2/s}
  diffusion($4, $4)         = \${15:9e-10 m^2/s}
  thermodiffusion_prime($2)  = \${16:7e-13 m^2/(s*K)}
  thermodiffusion_prime($4)  = \${17:-2e-13 m^2/(s*K)}
}

geometry slab { length = \${18:1 mm}; medium = $8 }

initial        { temperature = \${19:25 degC}; w($2) = \${20:0.33}; w($4) = \${21:0.33} }
boundary left  { temperature = \${22:20 degC} }
boundary right { temperature = \${23:30 degC} }

steady    rest
transient relax { until = \${24:30 min} }

plot w($2), w($4), w($6) over x of rest
$0`,
  },
  {
    label: 'metal rod',
    title: 'an interstitial in a metal with a heat of transport',
    body: `model "\${1:Hydrogen in a zirconium rod}"

species \${2:H}  { molar_mass = \${3:1.008 g/mol} }
species \${4:Zr} { molar_mass = \${5:91.22 g/mol} }

solution \${6:rod} of $2 in $4 {
  density               = \${7:6520 kg/m^3}
  conductivity          = \${8:20 W/(m*K)}
  heat_capacity         = \${9:300 J/(kg*K)}
  diffusion($2)        = \${10:arrhenius(7.9e-7 m^2/s, 44.9 kJ/mol)}
  heat_of_transport($2) = \${11:25.1 kJ/mol}
}

geometry slab { length = \${12:25 mm}; medium = $6 }

initial        { temperature = \${13:400 degC}; c($2) = \${14:400 mol/m^3} }
boundary left  { temperature = \${15:316 degC} }
boundary right { temperature = \${16:482 degC} }

steady rest

plot c($2) over x of rest
$0`,
  },
  {
    label: 'gas two-bulb',
    title: 'two gases with coefficients from kinetic theory',
    body: `model "\${1:Hydrogen and nitrogen between two bulbs}"

species \${2:H2} { molar_mass = \${3:2.016 g/mol}; lj_diameter = \${4:2.827 Å}; lj_well = \${5:59.7 K} }
species \${6:N2} { molar_mass = \${7:28.014 g/mol}; lj_diameter = \${8:3.798 Å}; lj_well = \${9:71.4 K} }

mixture \${10:gas} of $2, $6 {
  pressure                    = \${11:1 bar}
  diffusion                   = kinetic
  thermal_diffusion_factor($2) = kinetic
  conductivity                = \${12:0.08 W/(m*K)}
}

geometry slab { length = \${13:10 cm}; medium = $10 }

initial        { temperature = \${14:300 K}; x($2) = \${15:0.5} }
boundary left  { temperature = \${16:280 K} }
boundary right { temperature = \${17:400 K} }

steady rest

measure separation = value(x($2), right) - value(x($2), left)

plot x($2) over x of rest
$0`,
  },
  {
    label: 'aerosol',
    title: 'particles in a gas that drift to the cold wall',
    body: `model "\${1:Soot between a hot and a cold plate}"

particle \${2:soot} { diameter = \${3:200 nm}; density = \${4:1800 kg/m^3}; conductivity = \${5:0.3 W/(m*K)} }
species  \${6:air}  { molar_mass = \${7:28.96 g/mol} }

suspension \${8:aerosol} of $2 in $6 {
  pressure      = \${9:1 bar}
  molar_mass    = $7
  viscosity     = \${10:1.85e-5 Pa*s}
  conductivity  = \${11:0.026 W/(m*K)}
  heat_capacity = \${12:1005 J/(kg*K)}
  diffusion     = stokes_einstein
  thermophoresis = talbot
}

geometry slab { length = \${13:5 mm}; medium = $8 }

initial        { temperature = \${14:300 K}; c($2) = \${15:1e-9 mol/m^3} }
boundary left  { temperature = \${16:300 K}; absorbing($2) = yes }
boundary right { temperature = \${17:400 K} }

transient drift { until = \${18:1 min} }

plot c($2) over x of drift at 0 s, 10 s, end
$0`,
  },
  {
    label: 'column',
    title: 'a liquid column under gravity, heated from above',
    body: `model "\${1:A column heated from above}"

species \${2:toluene} { molar_mass = \${3:92.14 g/mol} }
species \${4:hexane}  { molar_mass = \${5:86.18 g/mol} }

mixture \${6:liquid} of $2, $4 {
  density                = \${7:745.7 kg/m^3}
  viscosity              = \${8:0.4 mPa*s}
  conductivity           = \${9:0.125 W/(m*K)}
  heat_capacity          = \${10:2 kJ/(kg*K)}
  diffusion              = \${11:2.8e-9 m^2/s}
  soret($2)             = \${12:4.7e-3 1/K}
  thermal_expansion      = \${13:1.2e-3 1/K}
  solutal_expansion($2) = \${14:0.27}
}

geometry slab { length = \${15:1 cm}; medium = $6; gravity = \${16:9.81 m/s^2} }

initial        { temperature = \${17:25 degC}; w($2) = \${18:0.5} }
boundary left  { temperature = \${19:20 degC} }
boundary right { temperature = \${20:30 degC} }

steady    rest
transient relax { until = \${21:4 h} }

plot w($2) over x of relax at 0 s, 10 min, 1 h, end
$0`,
  },
];
