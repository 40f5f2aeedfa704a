// The photo with what was found on it: hot-spots, outlines, the map of a style as a glow, the pencil sketch.
import { nameOf, percent, say } from '../language.js';
import { make } from '../make.js';
import { catalogNameOf, lineOf, titleOf } from './words.js';

const svg = 'http://www.w3.org/2000/svg';

export class Stage {
  #picture;
  #name;
  #sketchOf;
  #toGarment;
  #view = 'photo';
  #fade = 0;
  #glow = make('img', { class: 'glow', alt: '' });
  #drawing = make('img', { class: 'sketch', alt: '', hidden: '' });
  #style;
  #answer;
  #pinned;

  /**
   * @param picture The photo's address. @param name Its name. @param sketchOf Gives the sketch's address.
   * @param toGarment Leads to a garment's description.
   */
  constructor(picture, name, sketchOf, toGarment) {
    [this.#picture, this.#name, this.#sketchOf, this.#toGarment] = [picture, name, sketchOf, toGarment];
    this.element = make('div', { class: 'stage' });
  }

  show(answer, onBroken) {
    this.#answer = answer;
    const picture = make('img', { class: 'taken', src: this.#picture, alt: say('photoAlt', { photo: this.#name }) });
    const frame = make('div', { class: 'frame' }, picture);
    picture.addEventListener('load', () => shape(frame, picture.naturalWidth / picture.naturalHeight));
    // Not every file that can be sent is one that the browser shows.
    picture.addEventListener('error', () => {
      picture.remove();
      frame.classList.add('bare');
      onBroken();
    });
    this.element.replaceChildren(make('figure', { class: 'photo' }, frame));
    this.#pinned = null;
    if (!answer) {
      return;
    }

    shape(frame, answer.reading.width / answer.reading.height);

    frame.append(this.#drawing, this.#glow, this.#outlines(answer), ...this.#spots(answer));
    const controls = make('div', { class: 'controls' }, this.#views());
    if (answer.glows.length > 0) {
      controls.append(this.#slider());
    }

    this.element.append(controls);
    this.#dress();
  }

  /** Lets the map of a style be the one that the slider fades. */
  wear(style, name) {
    this.#style = { style, name };
    const glow = this.#answer?.glows.find(g => g.style === style);
    if (glow) {
      this.#glow.src = glow.picture;
    }

    const label = this.element.querySelector('.fade-name');
    if (label) {
      label.textContent = say('whereStyle', { style: name });
    }
  }

  /** What is shown now as one picture, for saving and sharing. */
  async snapshot() {
    const base = this.#view === 'sketch' && this.#drawing.naturalWidth ? this.#drawing : this.element.querySelector('.taken');
    if (!base?.naturalWidth) {
      return null;
    }

    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [base.naturalWidth, base.naturalHeight];
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(base, 0, 0);
    if (this.#fade > 0 && this.#glow.naturalWidth) {
      pen.globalAlpha = this.#fade;
      pen.drawImage(this.#glow, 0, 0, canvas.width, canvas.height);
    }

    return new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.92));
  }

  #outlines(answer) {
    const { width, height } = answer.reading;
    const drawing = document.createElementNS(svg, 'svg');
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.setAttribute('preserveAspectRatio', 'none');
    drawing.setAttribute('class', 'outlines');
    drawing.setAttribute('aria-hidden', 'true');
    for (const line of answer.outlines) {
      const path = document.createElementNS(svg, 'path');
      path.setAttribute('d', line);
      path.setAttribute('class', 'outline');
      drawing.append(path);
    }

    return drawing;
  }

  #spots(answer) {
    const places = [];
    return answer.reading.garments.map((garment, index) => {
      places.push(placeOn(garment.box, answer.reading, places));
      return this.#spot(index, garment, places.at(-1));
    });
  }

  /** A dot on a garment: its name and outline where one points or is, its description where one goes on. */
  #spot(index, garment, [across, down]) {
    const swatch = make('i', { 'aria-hidden': 'true' });
    swatch.style.background = garment.colours[0].hex;
    const chip = make('span', { class: 'chip', 'aria-hidden': 'true' }, swatch,
      make('span', {}, `${nameOf(garment.colour)} ${titleOf(garment)}`),
      ...(catalogNameOf(garment) ? [] : [make('b', {}, percent(garment.confidence))]));
    const spot = make('button', { type: 'button', class: 'spot', 'aria-label': lineOf(garment) }, chip);
    spot.classList.toggle('left', across > 0.5);
    spot.style.left = `${across * 100}%`;
    spot.style.top = `${down * 100}%`;
    spot.style.animationDelay = `${300 + 120 * index}ms`;
    const light = on => {
      this.element.querySelectorAll('.outline')[index].classList.toggle('on', on);
      if (on) {
        fit(chip);
      }
    };
    let touched = false;
    spot.addEventListener('pointerdown', event => touched = event.pointerType === 'touch');
    spot.addEventListener('pointerenter', () => light(true));
    spot.addEventListener('pointerleave', () => document.activeElement !== spot && light(false));
    spot.addEventListener('focus', () => light(true));
    spot.addEventListener('blur', () => {
      light(false);
      this.#pinned = null;
    });
    // A finger cannot hover: its first tap shows what a mouse sees before it clicks.
    spot.addEventListener('click', () => {
      if (touched && this.#pinned !== index) {
        this.#pinned = index;
        spot.focus({ preventScroll: true });
        light(true);
      } else {
        this.#toGarment(index);
      }
    });
    return spot;
  }

  #views() {
    const name = `view-${crypto.randomUUID?.() ?? Math.random()}`;
    const group = make('fieldset', { class: 'views' }, make('legend', { class: 'unseen' }, say('viewAs')));
    for (const view of ['photo', 'sketch']) {
      const input = make('input', { type: 'radio', name, value: view, id: `${name}-${view}` });
      input.checked = this.#view === view;
      input.addEventListener('change', () => {
        this.#view = view;
        this.#dress();
      });
      group.append(input, make('label', { for: `${name}-${view}` }, say(`view:${view}`)));
    }

    return group;
  }

  #slider() {
    const input = make('input', { type: 'range', min: '0', max: '100', step: '5', value: String(this.#fade * 100),
      id: `fade-${crypto.randomUUID?.() ?? Math.random()}` });
    const tell = () => {
      input.setAttribute('aria-valuetext', percent(this.#fade));
      input.style.setProperty('--done', `${this.#fade * 100}%`);
    };
    input.addEventListener('input', () => {
      this.#fade = Number(input.value) / 100;
      this.#glow.style.opacity = String(this.#fade);
      this.element.classList.toggle('faded', this.#fade > 0);
      tell();
    });
    tell();
    return make('div', { class: 'fade' },
      make('label', { class: 'fade-name', for: input.id }, say('whereStyle', { style: this.#style?.name ?? '' })), input);
  }

  async #dress() {
    this.#glow.style.opacity = String(this.#fade);
    this.element.classList.toggle('faded', this.#fade > 0);
    if (this.#view === 'sketch' && !this.#drawing.src) {
      await this.#draw(); // until it is there the photo stays
    }

    const sketched = this.#view === 'sketch';
    this.element.classList.toggle('sketched', sketched);
    this.#drawing.hidden = !sketched;
  }

  async #draw() {
    const frame = this.element.querySelector('.frame');
    frame.setAttribute('aria-busy', 'true');
    try {
      this.#drawing.src = await this.#sketchOf();
      this.#drawing.alt = say('sketchAlt');
      await this.#drawing.decode();
    } catch {
      this.#drawing.removeAttribute('src');
      this.#view = 'photo';
      this.element.querySelector('.views input').checked = true;
      document.dispatchEvent(new CustomEvent('drape:say', { detail: say('sketchFailed') }));
    } finally {
      frame.removeAttribute('aria-busy');
    }
  }
}

/** The frame has the photo's proportions before the photo is there, so that nothing jumps. */
function shape(frame, ratio) {
  frame.style.setProperty('--ratio', String(ratio));
}

/** Keeps a chip that is shown within the window; where it would cover its dot it goes under it. */
function fit(chip) {
  const margin = 8;
  chip.style.translate = '';
  requestAnimationFrame(() => {
    const { left, right } = chip.getBoundingClientRect();
    const off = Math.max(margin - left, 0) || Math.min(document.documentElement.clientWidth - margin - right, 0);
    chip.style.translate = off ? `${off}px 34px` : '';
  });
}

/** Where on a garment its dot goes, as shares of the photo: its middle, or off it where another dot is near. */
function placeOn([left, top, width, height], reading, others) {
  const room = ([x, y]) => Math.min(1, ...others.map(([a, b]) =>
    Math.hypot((a - x) * reading.width, (b - y) * reading.height) / (0.12 * Math.max(reading.width, reading.height))));
  const places = [[0.5, 0.5], [0.5, 0.25], [0.5, 0.75], [0.25, 0.5], [0.75, 0.5]]
    .map(([x, y]) => [(left + x * width) / reading.width, (top + y * height) / reading.height]);
  return places.reduce((best, next) => room(next) > room(best) + 0.01 ? next : best);
}
