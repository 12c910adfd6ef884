<?php
// SPDX-License-Identifier: MIT
// Installs WordPress, and the tables of a network around it: wordpress-install.php FOLDER ORIGIN.
define('WP_INSTALLING', true);
define('WP_INSTALLING_NETWORK', true);
$_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST) . ':' . parse_url($argv[2], PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// The test host sends no mail.
function wp_new_blog_notification($title, $url, $user, $password) {}

// The tables of a network have their names before any are made.
foreach ($wpdb->tables('ms_global') as $table => $name) {
    $wpdb->$table = $name;
}
wp_install('Partner', 'admin', 'admin@example.org', true, '', 'a-password-of-the-tests', 'fr_FR');
wp_set_current_user(get_user_by('login', 'admin')->ID);
install_network();
$done = populate_network(1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'Network', '/', false);
if (is_wp_error($done)) {
    fwrite(STDERR, $done->get_error_message());
    exit(1);
}
