// How Eva's page puts findings into words.
import { nameOf, percent, say } from '../language.js';

/** What a garment is called; of one that is unclear what comes nearest, of one that was asked about what was answered. */
export function titleOf(garment) {
  const nearest = garment.alternatives.find(({ confidence }) => confidence >= 0.05)?.type;
  return garment.said ? nameOf(garment.said)
    : garment.type !== 'unclear' ? nameOf(garment.type) : nearest ? say('perhaps', { type: nameOf(nearest) }) : say('unclear');
}

/** A garment with its colour, "navy blazer"; of one that is unclear only what comes nearest, "perhaps bag". */
export function pieceOf(garment) {
  return garment.said || garment.type !== 'unclear' ? `${nameOf(garment.colour)} ${titleOf(garment)}` : titleOf(garment);
}

/** The server's sentence, or ours in the page's language for the kinds of problem that have one. */
export function sentenceOf(problem) {
  if (!problem.type) {
    return say('unreachable');
  }

  const own = say(problem.type);
  return own === problem.type ? problem.detail : own;
}

export function sureness(confidence) {
  const [word] = [['verySure', 0.9], ['fairlySure', 0.75], ['leaning', 0.5], ['unsure', 0]]
    .find(([, least]) => confidence >= least);
  return say(word);
}

/** One garment in a line, for those who do not see the dot: "navy blazer, 92%". */
export function lineOf(garment) {
  return `${nameOf(garment.colour)} ${titleOf(garment)}, ${percent(garment.confidence)}`;
}
