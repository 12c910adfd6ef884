// SPDX-License-Identifier: MIT
// The sentences of every CatalogueError, for bundles that import this.
import { sentences } from './errors.js';

Object.assign(sentences, {
  'engine-unreachable': ['Le moteur de recherche n’a pas pu être chargé.', 'The search engine could not be loaded.'],
  'engine-refused': ['Le navigateur a refusé le moteur de recherche.', 'The browser refused the search engine.'],
  closed: ['Ce catalogue est fermé.', 'This catalogue is closed.'],
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
  'damaged-file': ['Le fichier compact est abîmé ou incomplet.', 'The compact file is damaged or incomplete.'],
  'unknown-version': ['Le fichier compact est d’une autre version.', 'The compact file is of another version.'],
  'bad-duration': [
    'Une durée a un minimum et un maximum, dans cet ordre.',
    'A duration has a min and a max, in order.',
  ],
});
