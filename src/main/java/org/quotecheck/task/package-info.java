/**
 * What an operator can have the service do instead of answering requests: migrate, or remove content by order of a
 * court. It runs as the database's owner and knows the tables of all others. Its door is {@link Task}.
 */
package org.quotecheck.task;
