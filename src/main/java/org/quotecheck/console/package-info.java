/**
 * What the reviewers' console needs from the server: its files, and where its users sign in. It does everything else
 * through the public API, as any other console could.
 *
 * <p>Knows the settings alone; nobody knows it.
 *
 * <p>Door: {@code ConsoleResource}.
 */
package org.quotecheck.console;
