package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quotecheck.extraction.Part;
import org.quotecheck.problem.Problem;

/**
 * What {@code PATCH /v1/articles/{id}/quotes/{quoteId}} takes: other words, given by their position, or another
 * speaker. What is absent stays.
 *
 * @param speaker replaces the former one as a whole; null says that nobody is known to have said it
 */
@RegisterForReflection
record CorrectQuote(
        @Size(min = 1, max = 100) List<@NotNull @Valid MarkedPlace> parts,
        Integer start,
        Integer end,
        @Valid AddQuote.SpokenBy speaker,
        QuoteKind kind) {

    /**
     * The parts of the quote; empty where the words stay.
     *
     * @param named names of the members that were sent, null or not
     * @throws Problem 422 when the members do not go together, or there are no such words in the text
     */
    List<Part> in(String text, Set<String> named) {
        requireValues(named);
        if (parts != null && (start != null || end != null)) {
            throw Problem.invalid("/parts", "must not be combined with start and end");
        }
        if (parts != null) {
            return inOrder(text);
        }
        if (start == null && end == null) {
            return List.of();
        }
        if (start == null || end == null) {
            throw Problem.invalid(
                    start == null ? "/start" : "/end",
                    "is required together with " + (start == null ? "end" : "start"));
        }
        return List.of(new MarkedPlace(start, end).in(text, ""));
    }

    private List<Part> inOrder(String text) {
        var found = new ArrayList<Part>();
        int length = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).in(text, "/parts/" + i);
            if (i > 0 && part.start() < found.getLast().end()) {
                throw Problem.invalid("/parts/" + i + "/start", "must not be before the end of the previous part");
            }
            length += part.end() - part.start();
            if (length > MarkedPlace.MOST) {
                throw Problem.invalid("/parts", "must have at most " + MarkedPlace.MOST + " code points in total");
            }
            found.add(part);
        }
        return List.copyOf(found);
    }

    private void requireValues(Set<String> named) {
        var errors = new ArrayList<Problem.FieldError>();
        requireValue(named, "parts", parts, errors);
        requireValue(named, "start", start, errors);
        requireValue(named, "end", end, errors);
        requireValue(named, "kind", kind, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void requireValue(Set<String> named, String name, Object value, List<Problem.FieldError> errors) {
        if (value == null && named.contains(name)) {
            errors.add(new Problem.FieldError('/' + name, "must not be null"));
        }
    }
}
