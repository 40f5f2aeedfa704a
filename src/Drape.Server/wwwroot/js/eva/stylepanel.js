// The three most probable styles with their bars, and what there is to tell of the chosen one.
import { nameOf, number, percent, say } from '../language.js';
import { make } from '../make.js';
import { styleTexts } from './styles.js';

export class StylePanel {
  #text = make('div', { class: 'style-text', 'aria-live': 'polite' });
  #wear;
  #chosen;

  /** @param wear Is told which style was chosen, and its name. */
  constructor(answer, wear) {
    this.#wear = wear;
    const { top, formality, warmth } = answer.reading.style;
    const list = make('ul', { class: 'styles' });
    for (const found of top) {
      list.append(make('li', {}, this.#choice(found, list)));
    }

    const level = (name, value) => make('li', {}, `${say(name)} `, make('b', {}, say('outOfFive', { value: number(value) })));
    this.element = make('section', { class: 'style' }, make('h3', {}, say('style')), list, this.#text,
      make('ul', { class: 'chips' }, level('formality', formality), level('warmth', warmth)), ...score(answer.score));
    this.#choose(answer.chosenStyle ?? top[0].style, list, false);
  }

  #choice({ style, confidence }, list) {
    const bar = make('span', { class: 'bar-of', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(confidence));
    const button = make('button', { type: 'button', class: 'style-choice', 'data-style': style },
      make('span', { class: 'name-of' }, nameOf(style)), make('b', {}, percent(confidence)), bar);
    button.addEventListener('click', () => this.#choose(style, list, true));
    return button;
  }

  async #choose(style, list) {
    this.#chosen = style;
    for (const button of list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.style === style));
    }

    this.#wear(style, nameOf(style));
    try {
      const texts = await styleTexts();
      if (this.#chosen === style) {
        this.#tell(texts[style]);
      }
    } catch {
      this.#text.replaceChildren(); // the bars do without
    }
  }

  #tell(text) {
    if (!text) {
      this.#text.replaceChildren(); // a style of a network of one's own
      return;
    }

    this.#text.replaceChildren(
      make('p', { class: 'line' }, text.line),
      make('p', {}, text.wear),
      make('p', {}, text.colours),
      make('details', {}, make('summary', {}, say('styleMore', { style: text.name })),
        make('p', {}, text.history),
        make('h4', {}, say('stylePieces')),
        make('ul', { class: 'key-pieces' }, ...text.pieces.map(piece => make('li', {}, piece)))));
  }
}

/** What the score is made of stands beside it: it is no judgement of anybody. */
function score(found) {
  return found ? [make('details', { class: 'score' },
    make('summary', {}, make('b', {}, number(found.value)), make('span', {}, say('score'))),
    make('p', {}, say('scoreMeaning', { style: percent(found.style), harmony: percent(found.harmony) })))] : [];
}
