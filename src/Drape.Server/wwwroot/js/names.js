// The words that readings are made of. A word that is not here is shown as the server says it.
/** English words that keep their hyphen; in the others it stands for a space. */
export const hyphenated = new Set(['t-shirt', 'tie-dye']);

/** By English word the name that is shown; the file's further names are for searching. */
export const korean = Object.fromEntries(Object.entries(await load('ko')).map(([word, names]) => [word, names[0]]));

/** The names; none where they cannot be had, for a module that fails takes all that need it along, and is not tried again. */
async function load(language) {
  try {
    const answer = await fetch(new URL(`../words/${language}.json`, import.meta.url));
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}
