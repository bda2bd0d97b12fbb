// Node 20 lacks Object.groupBy and Map.groupBy, which the grammar tools use.
Object.groupBy ??= (items, key) => {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) (groups[key(item, index++)] ??= []).push(item);
  return groups;
};
Map.groupBy ??= (items, key) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    (groups.get(name) ?? groups.set(name, []).get(name)).push(item);
  }
  return groups;
};
