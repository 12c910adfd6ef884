<?php
// SPDX-License-Identifier: MIT
// Reads a catalogue on the server, for the list that a page shows until, or unless, its script runs.
namespace CatalogueFormations;

defined('ABSPATH') || exit;

const MAX_BYTES = 2 * MB_IN_BYTES;
const MAX_TRAININGS = 200;
const MAX_SECONDS = 3;

/**
 * The trainings of the catalogue at `$address`, at most MAX_TRAININGS: `title`, `provider`, `url` and `tags` of each,
 * as text. Empty when the catalogue cannot be read. A day in the cache; a failure, five minutes.
 */
function trainings_of(string $address): array
{
    $key = 'catalogue_formations_' . md5($address);
    $known = get_transient($key);
    if (is_array($known)) {
        return $known;
    }
    $trainings = fetch_trainings($address);
    set_transient($key, $trainings, $trainings === [] ? 5 * MINUTE_IN_SECONDS : DAY_IN_SECONDS);
    return $trainings;
}

// An author chooses the address: wp_safe_remote_get refuses those of the server's own network.
function fetch_trainings(string $address): array
{
    $response = wp_safe_remote_get($address, [
        'timeout' => MAX_SECONDS,
        'redirection' => 2,
        'limit_response_size' => MAX_BYTES,
        'headers' => ['Accept' => 'application/json'],
    ]);
    if (wp_remote_retrieve_response_code($response) !== 200) {
        return [];
    }
    $catalogue = json_decode(wp_remote_retrieve_body($response), true, 16);
    $trainings = is_array($catalogue) && is_array($catalogue['trainings'] ?? null) ? $catalogue['trainings'] : [];
    $shown = array_filter(array_map(__NAMESPACE__ . '\training_of', array_slice($trainings, 0, MAX_TRAININGS)));
    return array_values($shown);
}

/** null for what is no training. */
function training_of(mixed $training): ?array
{
    if (!is_array($training) || text_of($training, 'title') === '') {
        return null;
    }
    $durations = array_filter((array) ($training['durations'] ?? []), 'is_array');
    $licence = is_array($training['licence'] ?? null) ? $training['licence'] : [];
    $tags = array_map(fn (array $duration): string => text_of($duration, 'text'), $durations);
    $tags[] = text_of($licence, 'text') ?: text_of($licence, 'id');
    return [
        'title' => text_of($training, 'title'),
        'provider' => text_of($training, 'provider'),
        'url' => text_of($training, 'url'),
        'tags' => array_values(array_unique(array_filter($tags))),
    ];
}

function text_of(array $object, string $name): string
{
    return is_string($object[$name] ?? null) ? trim($object[$name]) : '';
}
