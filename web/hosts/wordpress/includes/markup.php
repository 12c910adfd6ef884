<?php
// SPDX-License-Identifier: MIT
// Writes the element and the list inside it. Everything is escaped by WordPress' own functions.
namespace CatalogueFormations;

defined('ABSPATH') || exit;

/**
 * HTML of the block and of the shortcode. `$attributes`: `src`, the catalogue's address; `page`, that of the page which
 * lists it (default: the folder of `src`); `query`, a selection to start with; `only`, one that visitors cannot leave. Without a usable address: nothing, or a word to whoever can edit.
 */
function render(array $attributes): string
{
    $src = address_of($attributes['src'] ?? '');
    if ($src === '') {
        $needed = '<p>' . esc_html(text('address-needed')) . '</p>';
        return current_user_can('edit_posts') ? $needed : '';
    }
    wp_enqueue_script(LOADER);
    $written = ['src' => $src, 'lang' => language()];
    foreach (['query', 'only'] as $name) {
        $value = $attributes[$name] ?? '';
        // Shortcodes hold "&" as an entity, once the visual editor has saved them.
        $written[$name] = is_string($value) ? wp_specialchars_decode($value) : '';
    }
    $tag = '<catalogue-formations';
    foreach (array_filter($written, 'strlen') as $name => $value) {
        $tag .= ' ' . $name . '="' . esc_attr($value) . '"';
    }
    return $tag . ">\n" . fallback($src, address_of($attributes['page'] ?? '')) . "</catalogue-formations>\n";
}

/** An address that browsers and servers can fetch, or ''. */
function address_of(mixed $address): string
{
    $clean = is_string($address) ? esc_url_raw(trim($address), ['http', 'https']) : '';
    return wp_parse_url($clean, PHP_URL_HOST) ? $clean : '';
}

// What is read where no script runs, and by search engines.
function fallback(string $src, string $page): string
{
    $trainings = trainings_of($src);
    if ($trainings === []) {
        $address = esc_url($page ?: dirname($src) . '/');
        return '<p><a href="' . $address . '">' . esc_html(text('see-catalogue')) . "</a></p>\n";
    }
    return "<ul>\n" . implode('', array_map(__NAMESPACE__ . '\item', $trainings)) . "</ul>\n";
}

function item(array $training): string
{
    $title = esc_html($training['title']);
    $url = esc_url($training['url'], ['http', 'https']);
    $name = $url === '' ? $title : '<a href="' . $url . '">' . $title . '</a>';
    $facts = array_filter([$training['provider'], ...$training['tags']]);
    $told = $facts === [] ? '' : '<br>' . esc_html(implode(' · ', $facts));
    return '<li><strong>' . $name . '</strong>' . $told . "</li>\n";
}
