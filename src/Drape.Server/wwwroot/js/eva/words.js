// How Eva's page puts findings into words.
import { nameOf, percent, say } from '../language.js';

/** What a shop's catalog calls a garment whose type is unclear, "Wallets": there is no type for all that shops sell. */
export function catalogNameOf(garment) {
  return garment.said ? undefined : catalogWord(garment, 'articleType');
}

/** Its kind in a catalog's coarser word, "Shoes", unless that is only the name of a type that it may be. */
function kindOf(garment) {
  const kind = catalogWord(garment, 'subCategory');
  return garment.alternatives.some(({ type }) => type === kind?.toLowerCase()) ? undefined : kind;
}

function catalogWord(garment, question) {
  const word = garment.type === 'unclear' ? garment.attributes[question] : undefined;
  return word === 'unclear' ? undefined : word;
}

/**
 * What a garment is called: what was answered of one that was asked about, its type, a catalog's word for it; or else what
 * comes nearest, with its kind where that is known: "shoes, perhaps boots".
 */
export function titleOf(garment) {
  const word = garment.said ?? (garment.type === 'unclear' ? catalogNameOf(garment) : garment.type);
  if (word) {
    return nameOf(word).toLowerCase();
  }

  const kind = kindOf(garment);
  const nearest = garment.alternatives.find(({ confidence }) => confidence >= 0.05)?.type;
  const perhaps = nearest && say('perhaps', { type: nameOf(nearest) });
  return kind ? [nameOf(kind).toLowerCase(), perhaps].filter(Boolean).join(', ') : perhaps ?? say('unclear');
}

/** Whether it is known what a garment is, if only its kind. */
export function isNamed(garment) {
  return Boolean(garment.said ?? (garment.type === 'unclear' ? catalogNameOf(garment) ?? kindOf(garment) : garment.type));
}

/** A garment with its colour, "navy blazer"; of one that is unclear only what comes nearest, "perhaps bag". */
export function pieceOf(garment) {
  return isNamed(garment) ? `${nameOf(garment.colour)} ${titleOf(garment)}` : titleOf(garment);
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

/** One garment in a line, for those who do not see the dot: "navy blazer, 92%"; a catalog's word has no confidence. */
export function lineOf(garment) {
  const line = `${nameOf(garment.colour)} ${titleOf(garment)}`;
  return catalogNameOf(garment) ? line : `${line}, ${percent(garment.confidence)}`;
}
