/**
 * What the reviewers' console needs from the server: its files, and who its people sign in with. Everything else it
 * does by the public API, as any other console could.
 *
 * <p>Knows the settings alone; nobody knows it.
 *
 * <p>Door: {@code ConsoleResource}.
 */
package org.quotecheck.console;
