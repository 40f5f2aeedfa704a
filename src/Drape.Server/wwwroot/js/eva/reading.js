// One photo on the page: on its way, read, or refused. It can be shown again in another language at any time.
import { say, number, percent, nameOf } from '../language.js';
import { make } from '../make.js';
import { shrink } from '../shrink.js';
import { upload } from '../upload.js';
import { Bubbles } from './bubbles.js';
import { palette, pieces } from './facts.js';
import { shareButtons } from './share.js';
import { Stage } from './stage.js';
import { StylePanel } from './stylepanel.js';
import { remember } from './tab.js';
import { shopButton } from '../alikes.js';
import { sentenceOf, sureness, titleOf } from './words.js';

export class Reading {
  #file;
  #announce;
  #sent;
  #sketch;
  #stop;
  #state = { progress: 0 };
  #stage;
  #bubbles;

  /** @param answer What the server said of the photo, where it was read before. */
  constructor(file, announce, answer) {
    this.#file = file;
    this.#announce = announce;
    if (answer) {
      this.#sent = file;
      this.#state = { answer };
    }

    this.element = make('article', { class: 'reading', 'aria-label': file.name });
    this.#stage = new Stage(URL.createObjectURL(file), file.name, () => this.#sketched(), index => this.#lead(index));
    this.show();
  }

  async read() {
    this.#stop = new AbortController();
    this.#state = { progress: 0 };
    this.show();
    this.#announce(say('sending', { photo: this.#file.name }));
    try {
      // Kept while the page is open, for its look-alikes: the garments are counted as in what was read.
      this.#sent = await shrink(this.#file);
      const answer = await upload('/api/v1/photos/eva', this.#sent, this.#file.name,
        share => this.#progress(share), this.#stop.signal);
      this.#state = { answer, fresh: true };
      remember(this.#sent, this.#file.name, answer).catch(() => {}); // then it is not there again, and nothing else
    } catch (problem) {
      this.#state = this.#stop.signal.aborted ? { stopped: true } : { problem: problem?.type ? problem : {} };
    }

    this.show();
    this.#announce(this.#summary());
    this.#state.fresh = false;
  }

  show() {
    const { answer, problem, stopped } = this.#state;
    this.element.classList.remove('alone');
    this.element.setAttribute('aria-busy', String(!answer && !problem && !stopped));
    this.#stage.show(answer, () => this.element.classList.toggle('alone', Boolean(problem)));
    this.element.replaceChildren(this.#stage.element,
      answer ? this.#talk(answer) : problem ? this.#refusal(problem) : stopped ? this.#stoppedCard() : this.#skeleton());
    if (answer) {
      // Here whoever keeps, posts or shares photos puts a button: see docs/web.md.
      document.dispatchEvent(new CustomEvent('drape:reading', {
        detail: { place: this.element.querySelector('.keep'), photo: this.#sent, name: this.#file.name, answer },
      }));
    }
  }

  #talk(answer) {
    const language = document.documentElement.lang;
    this.#bubbles = new Bubbles(this.#file.name, (remark, choice) => this.#chosen(remark, choice));
    const panel = answer.reading.style && new StylePanel(answer, (style, name) => this.#stage.wear(style, name));
    const talk = make('div', { class: 'talk' }, this.#bubbles.element,
      ...[panel?.element, palette(answer), ...pieces(answer, this.#sent), shopButton(this.#sent, answer)].filter(Boolean),
      shareButtons(this.#stage, this.#file.name, answer), make('div', { class: 'keep' }),
      make('p', { class: 'timing' }, say('timing', {
        width: number(answer.reading.width), height: number(answer.reading.height),
        ms: number(Math.round(Object.values(answer.reading.timings).reduce((sum, part) => sum + part, 0))),
      })));
    this.#bubbles.say(answer.says[language] ?? answer.says.en, this.#state.fresh);
    for (const { reply } of answer.replies ?? []) {
      this.#bubbles.say([reply(language)], false);
    }

    return talk;
  }

  /** Somebody answered one of Eva's questions: she says so, and the page takes the word for it. */
  #chosen(remark, choice) {
    const { answer } = this.#state;
    const language = document.documentElement.lang;
    const reply = of => {
      const said = (answer.says[of] ?? answer.says.en).find(r => r.about === remark.about && r.garment === remark.garment);
      return { about: 'reply', text: said.choices.find(c => c.value === choice.value).reply };
    };
    (answer.replies ??= []).push({ reply });
    for (const remarks of Object.values(answer.says)) {
      const said = remarks.find(r => r.about === remark.about && r.garment === remark.garment);
      said.chosen = choice.value;
    }

    if (remark.garment === undefined) {
      this.element.querySelector(`.style-choice[data-style="${choice.value}"]`)?.click();
    } else {
      answer.reading.garments[remark.garment].said = choice.value;
      this.#rename(remark.garment);
    }

    this.#bubbles.say([reply(language)], true);
    this.#announce(choice.reply);
  }

  #rename(index) {
    const garment = this.#state.answer.reading.garments[index];
    const piece = this.element.querySelectorAll('.garment')[index];
    piece.querySelector('.type').textContent = titleOf(garment);
    this.element.querySelectorAll('.spot')[index].querySelector('.chip span').textContent =
      `${nameOf(garment.colour)} ${titleOf(garment)}`;
  }

  #lead(index) {
    const section = this.element.querySelectorAll('.garment')[index];
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'nearest' });
  }

  async #sketched() {
    this.#sketch ??= fetch('/api/v1/photos/sketch', { method: 'POST', body: await this.#sent,
      headers: { 'Content-Type': this.#sent.type || 'application/octet-stream' } })
      .then(answer => answer.ok ? answer.blob() : Promise.reject(answer.status)).then(URL.createObjectURL);
    this.#sketch.catch(() => this.#sketch = undefined);
    return this.#sketch;
  }

  #progress(share) {
    this.#state.progress = share;
    const bar = this.element.querySelector('.sending progress');
    if (!bar) {
      return;
    }

    bar.value = share;
    this.element.querySelector('.sending .percent').textContent = share < 1 ? percent(share) : '';
    if (share === 1) {
      bar.removeAttribute('value'); // from here on nobody knows how long
      this.element.querySelector('.sending .eyebrow').textContent = say('looking', { photo: this.#file.name });
    }
  }

  #skeleton() {
    const sending = say('sending', { photo: this.#file.name });
    const cancel = make('button', { type: 'button', class: 'second small' }, say('cancelUpload'));
    cancel.addEventListener('click', () => this.#stop?.abort());
    return make('div', { class: 'talk' },
      make('div', { class: 'sending' },
        make('p', { class: 'eyebrow' }, sending),
        make('div', { class: 'bar' },
          make('progress', { max: '1', value: String(this.#state.progress), 'aria-label': sending }),
          make('span', { class: 'percent' })),
        cancel),
      make('div', { class: 'bones', 'aria-hidden': 'true' },
        make('div', { class: 'bone bubble-bone' }),
        make('div', { class: 'bone bubble-bone short' }),
        make('div', { class: 'bone strip' }),
        make('div', { class: 'bone line' })));
  }

  #stoppedCard() {
    return this.#card('status', make('h3', {}, say('stopped')));
  }

  #refusal(problem) {
    return this.#card('alert', make('h3', {}, say('refused')), make('p', {}, sentenceOf(problem)));
  }

  #card(role, ...words) {
    const again = make('button', { type: 'button', class: 'primary' }, say('another'));
    again.addEventListener('click', () => document.dispatchEvent(new CustomEvent('drape:another')));
    const retry = make('button', { type: 'button', class: 'second' }, say('again'));
    retry.addEventListener('click', () => this.read());
    return make('div', { class: 'ill', role }, make('p', { class: 'eyebrow' }, this.#file.name), ...words,
      make('div', { class: 'buttons' }, again, retry));
  }

  /** For those who listen: all that Eva says, in whole sentences. */
  #summary() {
    const { answer, problem, stopped } = this.#state;
    if (problem || stopped) {
      return stopped ? say('stopped') : `${this.#file.name}: ${say('refused')} ${sentenceOf(problem)}`;
    }

    const main = answer.reading.garments[0];
    const said = (answer.says[document.documentElement.lang] ?? answer.says.en).map(remark => remark.text).join(' ');
    return `${this.#file.name}: ${said}${main ? ` ${sureness(main.confidence)}, ${percent(main.confidence)}` : ''}`;
  }
}
