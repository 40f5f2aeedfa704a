// One photo on the page: waiting, read, or refused. It can be shown again in another language at any time.
import { alikesButton } from './alikes.js';
import { nameOf, number, percent, say } from './language.js';
import { make } from './make.js';
import { shrink } from './shrink.js';
import { upload } from './upload.js';

export class Reading {
  #file;
  #announce;
  #picture;
  #sent;
  #state = { progress: 0 };

  constructor(file, announce) {
    this.#file = file;
    this.#announce = announce;
    this.#picture = URL.createObjectURL(file);
    this.element = make('article', { class: 'reading' });
    this.show();
  }

  async read() {
    this.#state = { progress: 0 };
    this.show();
    this.#announce(say('sending', { photo: this.#file.name }));
    try {
      // Kept for its look-alikes: the garments are counted as in what was read.
      this.#sent = await shrink(this.#file);
      const answer = await upload(this.#sent, this.#file.name, share => this.#progress(share));
      this.#state = { answer };
    } catch (problem) {
      this.#state = { problem: problem?.type ? problem : {} };
    }

    this.show();
    this.#announce(this.#summary());
  }

  show() {
    const { answer, problem } = this.#state;
    this.element.classList.remove('alone');
    this.element.setAttribute('aria-busy', String(!answer && !problem));
    this.element.replaceChildren(
      this.#photo(answer),
      answer ? facts(answer, this.#sent) : problem ? this.#refusal(problem) : this.#skeleton());
  }

  #progress(share) {
    this.#state.progress = share;
    const bar = this.element.querySelector('progress');
    if (bar) {
      bar.value = share;
    }

    if (share === 1) {
      this.element.querySelector('.eyebrow').textContent = say('looking', { photo: this.#file.name });
    }
  }

  #photo(answer) {
    const picture = make('img', { src: this.#picture, alt: say('photoAlt', { photo: this.#file.name }) });
    const frame = make('div', { class: 'frame' }, picture);
    // Not every file that can be sent is one that the browser shows.
    picture.addEventListener('error', () => {
      picture.remove();
      frame.classList.add('bare');
      this.element.classList.toggle('alone', Boolean(this.#state.problem));
    });
    const garments = answer?.garments ?? [];
    const spots = [];
    for (const [index, garment] of garments.entries()) {
      const [left, top, width, height] = garment.box;
      const box = make('span', { class: garments.length > 1 ? 'box shy' : 'box' });
      place(box, left / answer.width, top / answer.height);
      box.style.width = `${width / answer.width * 100}%`;
      box.style.height = `${height / answer.height * 100}%`;
      if (garments.length > 1) {
        spots.push(spotIn(garment.box, answer, spots));
        frame.append(this.#spot(index, garment, spots.at(-1)));
      }

      frame.append(box);
    }

    return make('figure', { class: 'photo' }, frame);
  }

  /** A dot on one of several garments: its name where one points, its description where one taps. */
  #spot(index, garment, [across, down]) {
    const swatch = make('i', { 'aria-hidden': 'true' });
    swatch.style.background = garment.colours[0].hex;
    const spot = make('button', { type: 'button', class: across > 0.6 ? 'spot left' : 'spot' },
      make('span', { class: 'chip' }, swatch, titleOf(garment)));
    place(spot, across, down);
    spot.addEventListener('click', () => {
      const section = this.element.querySelectorAll('.garment')[index];
      section.focus({ preventScroll: true });
      section.scrollIntoView({ block: 'nearest' });
    });
    return spot;
  }

  #skeleton() {
    const sending = say('sending', { photo: this.#file.name });
    return make('div', { class: 'facts' },
      make('p', { class: 'eyebrow' }, sending),
      make('progress', { max: '1', value: String(this.#state.progress), 'aria-label': sending }),
      make('div', { class: 'bone title' }),
      make('div', { class: 'bone line' }),
      make('div', { class: 'bone strip' }),
      make('div', { class: 'bone line' }));
  }

  #refusal(problem) {
    const again = make('button', { type: 'button', class: 'primary' }, say('another'));
    again.addEventListener('click', () => document.dispatchEvent(new CustomEvent('drape:another')));
    const retry = make('button', { type: 'button', class: 'second' }, say('again'));
    retry.addEventListener('click', () => this.read());
    return make('div', { class: 'ill', role: 'alert' },
      make('p', { class: 'eyebrow' }, this.#file.name),
      make('h3', {}, say('refused')),
      make('p', {}, sentenceOf(problem)),
      make('div', { class: 'buttons' }, again, retry));
  }

  #summary() {
    const { answer, problem } = this.#state;
    if (problem) {
      return `${this.#file.name}: ${say('refused')} ${sentenceOf(problem)}`;
    }

    const main = answer.garments[0];
    return main
      ? say('done', {
        photo: this.#file.name,
        type: answer.garments.map(titleOf).join(', '),
        sure: `${sureness(main.confidence)}, ${percent(main.confidence)}`,
        colour: nameOf(main.colour),
      })
      : say('nothing');
  }
}

function place(element, across, down) {
  element.style.left = `${across * 100}%`;
  element.style.top = `${down * 100}%`;
}

/** Where on a garment its dot goes, as shares of the photo: its middle, or off it where another dot is near. */
function spotIn([left, top, width, height], answer, others) {
  const room = ([x, y]) => Math.min(1, ...others.map(([a, b]) =>
    Math.hypot((a - x) * answer.width, (b - y) * answer.height) / (0.12 * Math.max(answer.width, answer.height))));
  const places = [[0.5, 0.5], [0.5, 0.25], [0.5, 0.75], [0.25, 0.5], [0.75, 0.5]]
    .map(([x, y]) => [(left + x * width) / answer.width, (top + y * height) / answer.height]);
  return places.reduce((best, next) => room(next) > room(best) + 0.01 ? next : best);
}

/** What a garment is called; of one that is unclear what comes nearest. */
function titleOf(garment) {
  const nearest = garment.alternatives[0]?.type;
  return garment.type !== 'unclear' ? nameOf(garment.type) : nearest ? say('perhaps', { type: nameOf(nearest) }) : say('unclear');
}

/** The server's sentence, or ours in the page's language for the kinds of problem that have one. */
function sentenceOf(problem) {
  if (!problem.type) {
    return say('unreachable');
  }

  const own = say(problem.type);
  return own === problem.type ? problem.detail : own;
}

function sureness(confidence) {
  const [word] = [['verySure', 0.9], ['fairlySure', 0.75], ['leaning', 0.5], ['unsure', 0]]
    .find(([, least]) => confidence >= least);
  return say(word);
}

function facts(answer, photo) {
  const several = answer.garments.length > 1;
  const all = answer.garments.length > 0
    ? answer.garments.map((garment, number) =>
      make('section', { class: several ? 'garment one-of-several' : 'garment', tabindex: '-1' },
        ...describe(garment), ...[alikesButton(photo, number, titleOf(garment))].filter(Boolean)))
    : [make('div', {}, make('h3', { class: 'type' }, say('nothing')), make('p', {}, say('nothingHint')))];
  if (answer.style) {
    all.unshift(style(answer.style));
  }

  const ms = Object.values(answer.timings).reduce((sum, part) => sum + part, 0);
  return make('div', { class: 'facts' },
    make('p', { class: 'eyebrow' }, answer.photo),
    ...all,
    make('p', { class: 'timing' }, say('timing', {
      width: number(answer.width), height: number(answer.height), ms: number(Math.round(ms)),
    })));
}

function describe(garment) {
  const clear = garment.type !== 'unclear';
  const title = make('div', {},
    make('h3', { class: 'type' }, clear ? nameOf(garment.type) : say('unclear')),
    clear
      ? make('p', { class: garment.confidence >= 0.75 ? 'sure' : 'sure weak' },
        make('span', {}, sureness(garment.confidence)), make('strong', {}, percent(garment.confidence)))
      : make('p', { class: 'lead' }, say('unclearHint')));
  const parts = [title, alternatives(garment, clear), colours(garment)];
  if (garment.pattern !== 'unclear') {
    parts.push(make('div', {}, make('h3', {}, say('pattern')), make('p', { class: 'value' }, nameOf(garment.pattern))));
  }

  // Where the type is known the alternatives come last.
  return (clear ? [parts[0], ...parts.slice(2), parts[1]] : parts).filter(Boolean);
}

function style(found) {
  const level = (name, value) => make('li', {}, `${say(name)} `, make('b', {}, say('outOfFive', { value: number(value) })));
  return make('div', { class: 'style' }, make('h3', {}, say('style')),
    make('ul', { class: 'chips' },
      ...found.top.map(({ style, confidence }) => make('li', {}, `${nameOf(style)} `, make('b', {}, percent(confidence)))),
      level('formality', found.formality), level('warmth', found.warmth)));
}

function colours(garment) {
  const strip = make('div', { class: 'strip', 'aria-hidden': 'true' });
  const list = make('ul', { class: 'swatches' });
  for (const colour of garment.colours) {
    const part = make('span');
    part.style.background = colour.hex;
    part.style.flexGrow = String(colour.share);
    strip.append(part);
    const swatch = make('i', { 'aria-hidden': 'true' });
    swatch.style.background = colour.hex;
    const fine = document.documentElement.lang === 'en' && colour.shade !== colour.name ? `${colour.shade}, ` : '';
    list.append(make('li', {}, swatch,
      make('span', {}, make('b', {}, nameOf(colour.name)), ' ', make('small', {}, fine + colour.hex)),
      make('span', { class: 'share' }, percent(colour.share))));
  }

  return make('div', { class: 'colours' }, make('h3', {}, say('colours')), strip, list);
}

function alternatives(garment, clear) {
  const worth = garment.alternatives.filter(other => other.confidence >= 0.01);
  return worth.length > 0 && make('div', {},
    make('h3', {}, say(clear ? 'alternatives' : 'candidates')),
    make('ul', { class: 'chips' },
      ...worth.map(other => make('li', {}, `${nameOf(other.type)} `, make('b', {}, percent(other.confidence))))));
}
