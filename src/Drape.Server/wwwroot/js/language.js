// Which language the page speaks, and its words.
import { english, korean } from './strings.js';
import { korean as koreanNames, hyphenated } from './names.js';

const languages = { en: english, ko: korean };

/** The language of the page, as the server wrote it. Pages that stay when it changes hear "drape:language". */
export const current = () => document.documentElement.lang in languages ? document.documentElement.lang : 'en';

/** A sentence; {name} in it is replaced. */
export function say(key, values = {}) {
  const sentence = languages[current()][key] ?? english[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A type, pattern or colour in the page's language; a word that nobody translated stays as it is. */
export function nameOf(word) {
  return (current() === 'ko' && koreanNames[word]) || (hyphenated.has(word) ? word : word.replaceAll('-', ' '));
}

export const percent = share => new Intl.NumberFormat(current(), { style: 'percent' }).format(share);

export const number = value => new Intl.NumberFormat(current()).format(value);

/** A span of time in the largest unit that tells it well. */
export function time(seconds) {
  const [value, unit] = seconds < 90 ? [Math.ceil(seconds), 'second']
    : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 360) / 10, 'hour'];
  return new Intl.NumberFormat(current(), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
