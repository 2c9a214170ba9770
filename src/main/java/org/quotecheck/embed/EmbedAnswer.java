package org.quotecheck.embed;

/**
 * What an embed is answered, ready to be sent
 *
 * @param etag with its quotes
 * @param body JSON in UTF-8; not to be changed
 */
record EmbedAnswer(String etag, byte[] body) {}
