// Eva's speech bubbles: typed one after the other, all at once for whoever taps, presses a key or wants no motion.
import { current, say } from '../language.js';
import { make } from '../make.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');
const pause = 320; // milliseconds between two bubbles

export class Bubbles {
  #answer;
  #waiting = [];
  #typing = false;
  #list = make('ol', { class: 'bubbles' });
  #skip = make('button', { type: 'button', class: 'skip-typing' });

  /** @param photo What the photo is called. @param answer Is told what was chosen where Eva asked. */
  constructor(photo, answer) {
    this.#answer = answer;
    this.element = make('section', { class: 'eva', 'aria-label': `${say('evaSays')}: ${photo}` },
      make('span', { class: 'face', 'aria-hidden': 'true' }), this.#list, this.#skip);
    this.#skip.textContent = say('showAll');
    this.#skip.addEventListener('click', () => this.finish());
    this.element.addEventListener('pointerdown', () => this.finish());
  }

  /** Says remarks, typing them unless told or wished otherwise. */
  say(remarks, typed) {
    for (const remark of remarks) {
      this.#waiting.push(remark);
    }

    if (!typed || still.matches) {
      this.finish();
    } else if (!this.#typing) {
      this.#type();
    }
  }

  /** Shows all that is still to be typed. */
  finish() {
    this.#typing = false;
    this.#current?.();
    while (this.#waiting.length > 0) {
      this.#add(this.#waiting.shift()).whole();
    }

    this.#skip.hidden = true;
    document.removeEventListener('keydown', this.#key);
  }

  #current;
  #key = event => !['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) && this.finish();

  async #type() {
    this.#typing = true;
    this.#skip.hidden = false;
    document.addEventListener('keydown', this.#key);
    while (this.#typing && this.#waiting.length > 0) {
      const bubble = this.#add(this.#waiting.shift());
      await new Promise(done => {
        this.#current = () => {
          bubble.whole();
          done();
        };
        this.#letters(bubble, done);
      });
      this.#current = null;
      if (this.#waiting.length > 0) {
        await new Promise(done => setTimeout(done, this.#typing ? pause : 0));
      }
    }

    this.finish();
  }

  #letters(bubble, done) {
    const each = current() === 'ko' ? 46 : 20; // a Korean syllable says as much as two or three letters
    let start;
    const step = now => {
      start ??= now;
      if (!this.#typing || !bubble.to(Math.floor((now - start) / each))) {
        bubble.whole();
        done();
      } else {
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  }

  /** A bubble has its size from the start: what is not typed yet is there, unseen. Screen readers get whole sentences. */
  #add(remark) {
    const typed = make('span', { 'aria-hidden': 'true' });
    const rest = make('span', { class: 'rest', 'aria-hidden': 'true' }, remark.text);
    const text = make('p', {}, make('span', { class: 'unseen' }, remark.text), typed, rest);
    const bubble = make('li', { class: `bubble ${remark.about}` }, text);
    const choices = remark.choices && this.#choices(remark, bubble);
    if (choices) {
      choices.classList.add('rest');
      bubble.append(choices);
    }

    this.#list.append(bubble);
    return {
      to: count => {
        typed.textContent = remark.text.slice(0, count);
        rest.textContent = remark.text.slice(count);
        return count < remark.text.length;
      },
      whole: () => {
        text.replaceChildren(remark.text);
        choices?.classList.remove('rest');
      },
    };
  }

  #choices(remark, bubble) {
    const group = make('div', { class: 'choices', role: 'group', 'aria-label': remark.text });
    for (const choice of remark.choices) {
      const button = make('button', { type: 'button', class: 'choice', 'aria-pressed': String(remark.chosen === choice.value) },
        choice.text);
      button.addEventListener('pointerdown', event => event.stopPropagation());
      button.addEventListener('click', () => {
        if (bubble.dataset.answered) {
          return;
        }

        bubble.dataset.answered = choice.value;
        for (const other of group.children) {
          other.setAttribute('aria-pressed', String(other === button));
          other.setAttribute('aria-disabled', String(other !== button));
        }

        this.finish();
        this.#answer(remark, choice);
      });
      group.append(button);
    }

    return group;
  }
}
