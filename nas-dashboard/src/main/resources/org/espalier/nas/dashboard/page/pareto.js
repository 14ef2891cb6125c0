// Returns the items that no other dominates; losses(item) is an array of which less is better.
// Sorted by the first loss, two objectives take one pass; more compare with the members found so far.
export function nondominated(items, losses) {
  const sorted = items.map(item => ({ item, loss: losses(item) })).sort((a, b) => compared(a.loss, b.loss));
  if (sorted.length === 0) return [];
  return (sorted[0].loss.length <= 2 ? pass(sorted) : members(sorted)).map(each => each.item);
}

function compared(a, b) {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return a[index] - b[index];
  return 0;
}

function pass(sorted) {
  const front = [];
  let least = Infinity;
  let before = null;
  for (const each of sorted) {
    const second = each.loss.length < 2 ? 0 : each.loss[1];
    if (second < least || (before && compared(before, each.loss) === 0)) {
      front.push(each);
      least = second;
      before = each.loss;
    }
  }
  return front;
}

function members(sorted) {
  const front = [];
  for (const each of sorted) {
    if (!front.some(member => dominates(member.loss, each.loss))) front.push(each);
  }
  return front;
}

function dominates(a, b) {
  let better = false;
  for (let index = 0; index < a.length; index++) {
    if (a[index] > b[index]) return false;
    if (a[index] < b[index]) better = true;
  }
  return better;
}
