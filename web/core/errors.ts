// SPDX-License-Identifier: MIT
// Why a catalogue or its engine was refused: stable codes, and sentences for people.

export type Lang = 'fr' | 'en';

/** `engine-*`: the WebAssembly part; the others: the catalogue (see catalogue_reader.h). */
const kMessages: Record<string, readonly [fr: string, en: string]> = {
  'engine-unreachable': ['Le moteur de recherche n’a pas pu être chargé.', 'The search engine could not be loaded.'],
  'engine-refused': ['Le navigateur a refusé le moteur de recherche.', 'The browser refused the search engine.'],
  'closed': ['Ce catalogue est fermé.', 'This catalogue is closed.'],
  'too-large': ['Le catalogue est trop lourd.', 'The catalogue is too large.'],
  'invalid-json': ['Le catalogue n’est pas du JSON bien formé.', 'The catalogue is not well-formed JSON.'],
  'invalid-utf8': ['Le catalogue n’est pas écrit en UTF-8.', 'The catalogue is not UTF-8.'],
  'not-a-catalogue': ['Ce n’est pas un catalogue.', 'This is not a catalogue.'],
  'too-deep': ['Trop de niveaux emboîtés.', 'Too many nested levels.'],
  'too-many-trainings': ['Trop de formations.', 'Too many trainings.'],
  'too-many-values': ['Trop de valeurs différentes.', 'Too many different values.'],
  'string-too-long': ['Un texte est trop long.', 'A text is too long.'],
  'list-too-long': ['Une liste est trop longue.', 'A list is too long.'],
  'wrong-type': ['Une donnée n’est pas du type attendu.', 'A member is not of the expected type.'],
  'missing-member': ['Une donnée nécessaire manque.', 'A needed member is missing.'],
  'duplicate-member': ['Une donnée est écrite deux fois.', 'A member is written twice.'],
  'duplicate-id': ['Deux formations ont le même identifiant.', 'Two trainings have the same id.'],
  'bad-minutes': ['Des minutes sont un nombre entier positif.', 'Minutes are whole numbers from 0.'],
  'bad-duration': ['Une durée a un minimum et un maximum, dans cet ordre.', 'A duration has a min and a max, in order.'],
};

/**
 * A refusal. `code` is stable English; `where` is a JSON Pointer into the catalogue, `''` for the whole;
 * `message` is a sentence in the language asked for, with the place and the words at fault.
 */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(
    readonly code: string,
    readonly where = '',
    detail = '',
    lang: Lang = 'fr',
    options?: ErrorOptions,
  ) {
    const sentence = kMessages[code]?.[lang === 'en' ? 1 : 0] ?? code;
    const place = [where, detail].filter(Boolean).join(', ');
    super(place ? `${sentence} (${place})` : sentence, options);
  }
}
