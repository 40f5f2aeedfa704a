// Which language the page speaks, and its words.
import { english, korean } from './strings.js';
import { korean as koreanNames, hyphenated } from './names.js';

const languages = { en: english, ko: korean };
let language = remembered() ?? (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');

export const current = () => language;

export function speak(next) {
  language = next in languages ? next : 'en';
  document.documentElement.lang = language;
}

/** Keeps the language that somebody chose, where the browser's own would be guessed otherwise. */
export function remember() {
  try {
    localStorage.setItem('drape.language', language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** A sentence; {name} in it is replaced. */
export function say(key, values = {}) {
  const sentence = languages[language][key] ?? english[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A type, pattern or colour in the page's language; a word that nobody translated stays as it is. */
export function nameOf(word) {
  return (language === 'ko' && koreanNames[word]) || (hyphenated.has(word) ? word : word.replaceAll('-', ' '));
}

export const percent = share => new Intl.NumberFormat(language, { style: 'percent' }).format(share);

export const number = value => new Intl.NumberFormat(language).format(value);

/** A span of time in the largest unit that tells it well. */
export function time(seconds) {
  const [value, unit] = seconds < 90 ? [Math.ceil(seconds), 'second']
    : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 360) / 10, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

export function translate(root) {
  for (const element of root.querySelectorAll('[data-say]')) {
    element.textContent = say(element.dataset.say);
  }

  for (const element of root.querySelectorAll('[data-say-label]')) {
    element.setAttribute('aria-label', say(element.dataset.sayLabel));
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem('drape.language');
    return kept in languages ? kept : null;
  } catch {
    return null;
  }
}
