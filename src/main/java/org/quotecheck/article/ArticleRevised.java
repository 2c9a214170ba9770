package org.quotecheck.article;

import java.util.UUID;

/** Fired in the transaction in which an article gets its next version, and its quotes new anchors. */
public record ArticleRevised(UUID articleId) {}
