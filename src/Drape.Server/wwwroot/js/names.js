// The words that readings are made of. A word that is not here is shown as the server says it.
/** English words that keep their hyphen; in the others it stands for a space. */
export const hyphenated = new Set(['t-shirt', 'tie-dye']);

/** By English word the name that is shown; the file's further names are for searching. */
export const korean = Object.fromEntries(Object.entries(await load('ko')).map(([word, names]) => [word, names[0]]));

async function load(language) {
  const answer = await fetch(new URL(`../words/${language}.json`, import.meta.url));
  return answer.ok ? answer.json() : {};
}
