<?php
// SPDX-License-Identifier: MIT
// Installs WordPress and publishes one page per JSON entry of standard input, as an administrator
// would paste it: {"slug": {"title": "…", "html": "…"}}. Prints the page addresses as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST) . ':' . parse_url($argv[2], PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// The test host sends no mail.
function wp_new_blog_notification($title, $url, $user, $password) {}

wp_install('Partner', 'admin', 'admin@example.org', true, '', 'a-password-of-the-tests', 'fr_FR');
wp_set_current_user(get_user_by('login', 'admin')->ID);

$addresses = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $slug => $page) {
    $content = "<!-- wp:html -->\n" . $page['html'] . "\n<!-- /wp:html -->";
    $id = wp_insert_post(wp_slash([
        'post_type' => 'page', 'post_status' => 'publish', 'post_name' => $slug,
        'post_title' => $page['title'], 'post_content' => $content,
    ]), true);
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message());
        exit(1);
    }
    $addresses[$slug] = home_url('/?page_id=' . $id);
}
echo json_encode(['version' => get_bloginfo('version'), 'pages' => $addresses]);
