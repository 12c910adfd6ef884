<?php
// SPDX-License-Identifier: MIT
// The scripts: the loader on pages that show a catalogue, the block in the editor. And the texts, in French or English.
namespace CatalogueFormations;

defined('ABSPATH') || exit;

const LOADER = 'catalogue-formations';
const EDITOR = 'catalogue-formations-editor';

function register_scripts(): void
{
    wp_register_script(LOADER, plugins_url('assets/catalogue-formations.js', __DIR__), [], null);
    add_filter('script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3);
    $needed = ['wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components'];
    wp_register_script(EDITOR, plugins_url('editor.js', __DIR__), $needed, '{{version}}');
    $texts = wp_json_encode(texts());
    wp_add_inline_script(EDITOR, "window.catalogueFormationsTexts = $texts;", 'before');
}

/** The loader is a module, and the browser checks its bytes. The other scripts' tags stay as they are. */
function as_module(string $tag, string $handle, string $src): string
{
    if ($handle !== LOADER) {
        return $tag;
    }
    $attributes = ['type' => 'module', 'async' => true, 'src' => $src, 'integrity' => '{{integrity}}'];
    return wp_get_script_tag($attributes + ['crossorigin' => 'anonymous']);
}

function language(): string
{
    return str_starts_with(determine_locale(), 'fr') ? 'fr' : 'en';
}

function texts(): array
{
    static $texts;
    return $texts ??= wp_json_file_decode(__DIR__ . '/../texts.' . language() . '.json', ['associative' => true]);
}

function text(string $key): string
{
    return texts()[$key] ?? '';
}
