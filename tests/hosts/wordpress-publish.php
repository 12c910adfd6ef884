<?php
// SPDX-License-Identifier: MIT
// Publishes on a network what its users wrote: wordpress-publish.php FOLDER ORIGIN. Standard input is JSON:
// {"plugins": ["folder/file.php"], "pages": {"slug": {"title", "html", "author": "admin|auteur", "isText"?}}}; a page of
// `admin` is in a block “Custom HTML” unless it is text, a post of `auteur`, who has the role Author, is as written. Prints
// the addresses as JSON.
$_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST) . ':' . parse_url($argv[2], PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

function stop_on_error(mixed $result): mixed
{
    if (!is_wp_error($result)) {
        return $result;
    }
    fwrite(STDERR, $result->get_error_message());
    exit(1);
}

$given = json_decode(stream_get_contents(STDIN), true);
foreach ($given['plugins'] as $plugin) {
    stop_on_error(activate_plugin($plugin, '', true));
}
$author = stop_on_error(wp_insert_user([
    'user_login' => 'auteur', 'user_pass' => 'a-password-of-the-tests', 'user_email' => 'auteur@example.org',
]));
stop_on_error(add_user_to_blog(get_current_blog_id(), $author, 'author'));

$addresses = [];
foreach ($given['pages'] as $slug => $page) {
    $user = get_user_by('login', $page['author']);
    wp_set_current_user($user->ID);
    $is_admin = $page['author'] === 'admin';
    if ($is_admin !== current_user_can('unfiltered_html')) {
        fwrite(STDERR, $page['author'] . ': not the rights that the test is about');
        exit(1);
    }
    $is_html = $is_admin && empty($page['isText']);
    $content = $is_html ? "<!-- wp:html -->\n" . $page['html'] . "\n<!-- /wp:html -->" : $page['html'];
    $id = stop_on_error(wp_insert_post(wp_slash([
        'post_type' => $is_admin ? 'page' : 'post', 'post_status' => 'publish', 'post_name' => $slug,
        'post_title' => $page['title'], 'post_content' => $content,
    ]), true));
    $addresses[$slug] = home_url(($is_admin ? '/?page_id=' : '/?p=') . $id);
}
echo json_encode(['version' => get_bloginfo('version'), 'pages' => $addresses]);
