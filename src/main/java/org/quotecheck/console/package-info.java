/**
 * What the reviewers' console needs from the server: its files, and where its users sign in. It does everything else
 * through the public API, as any other console could.
 *
 * <p>Knows only the technical packages; no package knows it.
 *
 * <p>Door: {@code ConsoleResource}.
 */
package org.quotecheck.console;
