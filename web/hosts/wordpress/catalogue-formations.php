<?php
/**
 * SPDX-License-Identifier: MIT
 * Plugin Name: Catalogue de formations
 * Description: A block and a shortcode, [catalogue_formations src="…"], that show a catalogue of trainings which visitors filter.
 * Version: {{version}}
 * Requires at least: 6.1
 * Requires PHP: 8.1
 * License: MIT
 * License URI: https://opensource.org/license/mit
 */

namespace CatalogueFormations;

defined('ABSPATH') || exit;

require __DIR__ . '/includes/catalogue.php';
require __DIR__ . '/includes/markup.php';
require __DIR__ . '/includes/scripts.php';

add_action('init', __NAMESPACE__ . '\register');

function register(): void
{
    register_scripts();
    register_block_type(__DIR__, ['render_callback' => __NAMESPACE__ . '\render']);
    add_shortcode('catalogue_formations', __NAMESPACE__ . '\render_shortcode');
}

/** `$given`: what an author wrote; '' when the shortcode has no attribute. */
function render_shortcode(array|string $given): string
{
    $known = ['src' => '', 'page' => '', 'query' => '', 'only' => ''];
    return render(shortcode_atts($known, (array) $given, 'catalogue_formations'));
}
