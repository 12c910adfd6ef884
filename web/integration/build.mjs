// SPDX-License-Identifier: MIT
// Writes dist/integration/: the guide in French and English from data/integration/, with the hashes and
// the cost of the files just built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyle } from '../embed/bundle.mjs';
import { measureCosts } from './costs.mjs';
import { renderGuide } from './render.mjs';
import { renderTrial } from './trial-page.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const json = (name) => JSON.parse(readFileSync(fromRoot(name), 'utf8'));

/** Called by the build when the other files of dist/ exist. */
export async function build({ dist, assets, write }) {
  const style = write('integration/guide.[hash].css', await bundleStyle('web/integration/guide.css'));
  const script = write('integration/guide.[hash].js', await bundleScript('web/integration/guide.ts'));
  const trialScript = write('integration/essai.[hash].js', await bundleScript('web/integration/trial.ts'));
  const trialStyle = write('integration/essai.[hash].css', await bundleStyle('web/partner/partner.css'));
  const release = {
    element: assets.get('element').integrity,
    resize: assets.get('resize').integrity,
    catalogue: assets.get('catalogue').integrity,
    widget: { file: assets.get('widget').file, integrity: assets.get('widget').integrity },
  };
  const page = {
    version: json('package.json').version,
    release,
    style,
    script,
    reference: json('data/integration/reference.json'),
    hosts: json('data/integration/hosts.json'),
    costs: measureCosts(dist, assets),
    languages: { fr: json('data/integration/guide.fr.json'), en: json('data/integration/guide.en.json') },
  };
  write('integration/index.html', renderGuide(page, 'fr'));
  write('integration/en/index.html', renderGuide(page, 'en'));
  write(
    'integration/essai/index.html',
    renderTrial({
      host: '../../',
      element: assets.get('element'),
      resize: assets.get('resize'),
      script: trialScript,
      style: trialStyle,
      files: '../',
    }),
  );
  assets.set('trial', { script: trialScript, style: trialStyle });
}

/** The path of a built file. */
export const inDist = (dist, { file }) => join(dist, file);
