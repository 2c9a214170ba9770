/**
 * What readers see in a browser, in one frame (deployment's {@code PageFrame}) and one language per page; the
 * developers' walk.
 *
 * <p>Knows all packages below; nobody knows it but the native function.
 *
 * <p>Doors: the classes whose names end in {@code Resource}, one for each address; {@code Checks} is what lists read.
 */
package org.quotecheck.page;
