package org.quotecheck.embed;

/**
 * What an embed is answered, or a claim, ready to be sent
 *
 * @param etag with its quotes
 * @param body JSON in UTF-8, not to be changed; null where the client has it
 */
record EmbedAnswer(String etag, byte[] body) {}
