// Changes the children of a node to fresh ones, and leaves alone what is the same, so that the focus, a pressed mouse and the
// scrolling stay. Fresh nodes have no listeners of their own, because what is left alone keeps those that it has. An element with a
// data-key stays that of its key, also where others come before it or go.
export function renew(node, ...fresh) {
  let old = node.firstChild;
  for (const wanted of nodes(fresh)) {
    const known = counterpart(old, wanted);
    if (!known) {
      node.insertBefore(wanted, old);
      continue;
    }
    while (old !== known) old = without(old);
    change(known, wanted);
    old = known.nextSibling;
  }
  while (old) old = without(old);
}

function nodes(fresh) {
  const holder = document.createDocumentFragment();
  holder.append(...fresh.flat().filter(each => each !== null && each !== undefined));
  return [...holder.childNodes];
}

const key = node => (node.nodeType === Node.ELEMENT_NODE ? node.getAttribute("data-key") : null);

// Returns the child, from the first on, that is to become a wanted one; null if there is none.
function counterpart(first, wanted) {
  const fits = node => node.nodeName === wanted.nodeName && key(node) === key(wanted);
  if (key(wanted) === null) return first && fits(first) ? first : null;
  let node = first;
  while (node && !fits(node)) node = node.nextSibling;
  return node;
}

function without(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function change(node, wanted) {
  if (node.isEqualNode(wanted)) return;
  if (node.nodeType !== Node.ELEMENT_NODE) {
    node.data = wanted.data;
    return;
  }
  // Whoever has opened or closed details keeps them so.
  const names = new Set([...node.getAttributeNames(), ...wanted.getAttributeNames()].filter(name => name !== "open"));
  for (const name of names) {
    const value = wanted.getAttribute(name);
    if (value === null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  renew(node, [...wanted.childNodes]);
}

// Makes nodes the children of another one, in their order; those that stay are not moved.
export function place(node, wanted) {
  for (const child of [...node.childNodes]) if (!wanted.includes(child)) child.remove();
  let next = node.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else node.insertBefore(child, next);
  }
}
