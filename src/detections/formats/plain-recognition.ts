import { type Fields, textOf, textsOf } from '../../documents/fields.ts';

/** Whether a map is a detection in no format of its own: it has a title, and techniques even if they are none. */
export function isPlainRule(fields: Fields): boolean {
  return typeof fields['title'] !== 'boolean' && textOf(fields['title']) !== undefined && isStated(fields);
}

function isStated(fields: Fields): boolean {
  return Object.hasOwn(fields, 'techniques') && fields['techniques'] !== null;
}

/** Whether a map with a title and techniques is something else of the team's: a hunt, an exercise, a threat profile. */
export function isOtherContent(fields: Fields): boolean {
  const kind = textOf(fields['kind'])?.toLowerCase() ?? '';
  if (['detection', 'rule'].includes(kind)) return false;
  if (['playbook', 'hunt', 'exercise'].includes(kind)) return true;
  if (['hypothesis', 'hunt_id'].some((key) => Object.hasOwn(fields, key))) return true;
  return ['results', 'actors'].some((key) => Array.isArray(fields[key]));
}

/** `<title>`, `[Your title]`, `{{ title }}`, `TITLE`, `Rule name`, `…` */
const OPEN_TITLE =
  /^(?:<[^>]*>|\[[^\]]*\]|\{\{[^}]*\}\}|\.{2,}|…|(?:(?:the|your|rule|detection|example)[\s_-]+)*(?:title|name|template)|todo|tbd|x{3,})$/i;

/** `TXXXX`, `T####.###`, `<technique>` */
const OPEN_TECHNIQUE = /^(?:attack\.)?t[x#]{4}|^<[^>]*>$|^\[[^\]]*\]$/i;

/** Why nothing is read of a template, as the account of a source's files goes on: “3 files that are …”. */
export const TEMPLATES = 'that are templates of detections';

/** Whether what makes a detection of a file is still to be filled in. */
export function isTemplate(fields: Fields): boolean {
  const techniques = textsOf(fields['techniques']);
  return (
    OPEN_TITLE.test(textOf(fields['title']) ?? '') ||
    (techniques.length > 0 && techniques.every((technique) => OPEN_TECHNIQUE.test(technique)))
  );
}
