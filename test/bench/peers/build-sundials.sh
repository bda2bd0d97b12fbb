#!/bin/sh
# Builds SUNDIALS from Debian's source package with -O3 -march=native and links the peers against it: distributions build it for the
# oldest processor that they support, two to five times slower, and beating that would prove nothing.
#
# usage: build-sundials.sh FOLDER      needs gcc, cmake and a Debian-like apt; nothing is installed system-wide.
set -e
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" && cd "$1"
if [ ! -d installed ]; then
  mkdir -p lists/partial cache/archives/partial parts
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] && sed 's/^Types:.*/Types: deb-src/' "$file" > "parts/$(basename "$file")"
  done
  [ -e /etc/apt/sources.list ] && sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > parts/binary.list
  options="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$PWD/parts -o Dir::State::lists=$PWD/lists -o Dir::Cache=$PWD/cache"
  apt-get $options update
  apt-get $options source --download-only sundials
  tar xf sundials_*.orig.tar.*
  cmake -S "$(ls -d sundials-*/)" -B build -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS="-O3 -march=native -ffast-math" -DCMAKE_C_FLAGS_RELEASE="" \
    -DBUILD_SHARED_LIBS=OFF -DBUILD_STATIC_LIBS=ON -DBUILD_ARKODE=OFF -DBUILD_CVODES=OFF -DBUILD_IDA=OFF -DBUILD_IDAS=OFF \
    -DEXAMPLES_ENABLE_C=OFF -DEXAMPLES_INSTALL=OFF -DCMAKE_INSTALL_PREFIX="$PWD/installed"
  cmake --build build -j2 --target install
fi
gcc -O3 -march=native -ffast-math -Iinstalled/include "$here/cvode_transient.c" -o cvode_transient -Linstalled/lib \
  -lsundials_cvode -lsundials_nvecserial -lsundials_sunlinsolband -lsundials_sunmatrixband -lm
gcc -O3 -march=native -ffast-math -Iinstalled/include "$here/kinsol_sweep.c" -o kinsol_sweep -Linstalled/lib \
  -lsundials_kinsol -lsundials_nvecserial -lsundials_sunlinsolband -lsundials_sunmatrixband -lm
echo "built $PWD/cvode_transient and kinsol_sweep"
