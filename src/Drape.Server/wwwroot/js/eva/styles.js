// What there is to tell of the styles, asked for once a language.
import { current } from '../language.js';

const asked = new Map();

/** The texts by style, in the page's language; rejects where the server does not answer. */
export function styleTexts() {
  const language = current();
  if (!asked.has(language)) {
    const texts = fetch(`/api/v1/styles?language=${language}`).then(answer => answer.ok ? answer.json() : Promise.reject());
    texts.catch(() => asked.delete(language)); // asked again the next time
    asked.set(language, texts);
  }

  return asked.get(language);
}
