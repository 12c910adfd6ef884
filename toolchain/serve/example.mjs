// SPDX-License-Identifier: MIT
// The example, served: the publication site and, on another origin, the foreign partner. `npm start`
// and the browser tests share it. Needs build/site (see site.mjs).
import { partnerHeaders, siteHeaders } from './headers.mjs';
import { buildPartner, partnerFolder } from './partner.mjs';
import { serveFolder } from './server.mjs';
import { siteFolder } from './site.mjs';

const originOf = ({ port }) => `http://localhost:${port}`;

/** Serves the partner's pages; closes the site when that fails. */
async function servePartner(site, port, folder) {
  try {
    buildPartner(originOf(site), folder);
    return await serveFolder({ folder, port, headers: partnerHeaders(originOf(site)) });
  } catch (error) {
    await site.close();
    throw error;
  }
}

/**
 * Starts both servers on the loopback interface.
 * @param {{port?: number, partnerPort?: number, folder?: string}} [options]
 *   0, the default, takes free ports; `folder` is where the partner's pages are written
 * @returns {Promise<{site: string, partner: string, refresh: () => void, close: () => Promise<void>}>}
 *   `site` and `partner` are origins such as `http://localhost:8080`
 */
export async function startExample({ port = 0, partnerPort = 0, folder = partnerFolder } = {}) {
  const site = await serveFolder({ folder: siteFolder, port, headers: siteHeaders });
  const partner = await servePartner(site, partnerPort, folder);
  return {
    site: originOf(site),
    partner: originOf(partner),
    refresh() {
      buildPartner(originOf(site), folder);
      site.refresh();
      partner.refresh();
    },
    close: async () => {
      await Promise.all([site.close(), partner.close()]);
    },
  };
}
