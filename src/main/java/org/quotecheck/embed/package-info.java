/**
 * The widget's script and its JSON, ready-made whenever a claim with a verdict changes.
 *
 * <p>Knows claims and verdicts; learns of changes by events ({@code ClaimChanged}, {@code ArticleRevised}). What
 * answers embeds without the framework is kept separate from it (ADR 5).
 *
 * <p>Doors: {@code EmbedsResource}, {@link org.quotecheck.embed.DirectEmbeds}.
 */
package org.quotecheck.embed;
