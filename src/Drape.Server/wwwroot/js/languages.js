// The two buttons that choose the page's language.
import { current, remember, speak, translate } from './language.js';

/** Lets people choose; the page is translated now and after each choice, then told. */
export function offerLanguages(onChange) {
  const buttons = [...document.querySelectorAll('[data-language]')];
  const show = language => {
    speak(language);
    translate(document);
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.language === current()));
    }

    onChange();
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show(button.dataset.language);
      remember();
    });
  }

  show(current());
}
