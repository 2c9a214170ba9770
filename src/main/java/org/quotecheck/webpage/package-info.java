/**
 * A web page's HTML read: the story as text, and what the page says about its title, authors, date, publisher, language
 * and canonical address. Plain Java over jsoup; knows no other package. The door is
 * {@link org.quotecheck.webpage.WebPage}.
 *
 * <p>In order: {@code Walk} collects blocks of words and the regions that hold them, {@code Story} chooses the region
 * and {@code StoryText} its words, {@code PageFacts} reads the rest.
 */
package org.quotecheck.webpage;
