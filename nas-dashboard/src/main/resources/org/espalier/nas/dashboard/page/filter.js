// Filters of trials. A term is a word, which the architecture or the state must contain, or a comparison such as
// reward>0.8 or "layer 1"="(128, relu)"; all terms must hold.

const TERM = /("[^"]*"|[^\s=<>!"]+)(!=|<=|>=|=|<|>)("[^"]*"|[^\s"]+)|"[^"]*"|\S+/g;
const COMPARE = {
  "=": (a, b) => a === b, "!=": (a, b) => a !== b, "<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
};

const plain = text => text.replace(/^"(.*)"$/, "$1");

// Returns the text of a term for a value of a decision.
export function term(name, value) {
  const quoted = text => /^[^\s=<>!"]+$/.test(text) ? text : '"' + text + '"';
  return quoted(name) + "=" + quoted(value);
}

// Returns a function of a row; value(row, name) is undefined if a row has nothing of that name, null if it has no value.
export function rowFilter(text, value) {
  const terms = [...text.matchAll(TERM)].map(([whole, name, sign, wanted]) => sign
    ? comparison(plain(name), sign, plain(wanted), whole.toLowerCase(), value)
    : contains(plain(whole).toLowerCase()));
  return row => terms.every(test => test(row));
}

const contains = word => row => (row.architecture + " " + row.state).toLowerCase().includes(word);

function comparison(name, sign, wanted, whole, value) {
  const number = Number(wanted);
  const text = contains(whole);
  return row => {
    const found = value(row, name);
    if (found === undefined) return text(row);
    if (found === null) return sign === "!=";
    const own = typeof found === "number" ? found : Number(found);
    if (wanted !== "" && !Number.isNaN(number) && !Number.isNaN(own)) return COMPARE[sign](own, number);
    return COMPARE[sign](String(found).toLowerCase(), wanted.toLowerCase());
  };
}
