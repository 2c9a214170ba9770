/**
 * Finds the quotations of an article and who said them. {@link org.quotecheck.extraction.QuotationExtractor} runs the
 * steps in this order:
 *
 * <ol>
 *   <li>{@code Reading}: the text without invisible characters and broken encodings, and the way back to it.
 *   <li>{@code NormalisedText}: the same length, with blanks, apostrophes and dashes in one spelling each.
 *   <li>{@code Paragraph}: paragraphs, and which of them are prose.
 *   <li>{@code Language} and {@code Typography}: what quotes in the text's language.
 *   <li>{@code Mark}, {@code SingleMark}, {@code DashSpeech} and {@code QuotedSpans}: the words between two marks.
 *   <li>{@code Tokenizer}: sentences of tokens ({@code Prose}), in which each quoted span is one token; {@code Lexicon}
 *       gives each token its {@code WordClass}es.
 *   <li>{@code Clauses} with {@code VerbClauses}, {@code NounClauses}, {@code Subjects}, {@code Appositions} and
 *       {@code NounPhrases}: the reporting clauses of a sentence.
 *   <li>{@code Attributions} with {@code NearClauses}, {@code ScareQuotes} and {@code Unsaid}: the clause that each
 *       span belongs to, none for words that nobody says.
 *   <li>{@code Coreference} with {@code People} and {@code Antecedents}: who is meant by a name, a pronoun or a
 *       description.
 *   <li>{@code Assembly}: spans of one statement joined, with selectors and speaker.
 * </ol>
 *
 * No step reads further than a bounded number of tokens, so that time grows in proportion to the text.
 */
package org.quotecheck.extraction;
