package org.quotecheck.article;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quotecheck.body.Faults;
import org.quotecheck.extraction.Part;
import org.quotecheck.http.Items;

/**
 * What {@code PATCH /v1/articles/{id}/quotes/{quoteId}} takes: other words, given by their position, or another
 * speaker. What is absent stays.
 *
 * @param speaker replaces the former one as a whole; null says that nobody is known to have said it
 */
@RegisterForReflection
record CorrectQuote(
        @Items(min = 1, max = 100) List<@NotNull @Valid MarkedPlace> parts,
        Integer start,
        Integer end,
        @Valid AddQuote.SpokenBy speaker,
        QuoteKind kind) {

    /** What was sent, and the parts that it marks; empty where the words stay. */
    record Corrected(CorrectQuote input, List<Part> parts) {}

    /** @param named names of the members that were sent, null or not */
    Corrected in(String text, Set<String> named, Faults faults) {
        for (var name : List.of("parts", "start", "end", "kind")) {
            if (named.contains(name)) {
                faults.require('/' + name, "must not be null");
            }
        }
        var marked = named.contains("parts") ? byParts(text, faults) : byPlace(text, faults);
        return new Corrected(this, marked);
    }

    private List<Part> byParts(String text, Faults faults) {
        if (faults.isSent("/start") || faults.isSent("/end")) {
            faults.add("/parts", "must not be combined with start and end");
        }
        return faults.isWrong("/parts") ? List.of() : inOrder(text, faults);
    }

    private List<Part> byPlace(String text, Faults faults) {
        if (faults.isSent("/start") || faults.isSent("/end")) {
            faults.require("/start", "is required together with end");
            faults.require("/end", "is required together with start");
        }
        var part = new MarkedPlace(start, end).in(text, "", faults);
        return part == null ? List.of() : List.of(part);
    }

    private List<Part> inOrder(String text, Faults faults) {
        var found = new ArrayList<Part>();
        int length = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).in(text, "/parts/" + i, faults);
            if (part == null) {
                continue;
            }
            if (!found.isEmpty() && part.start() < found.getLast().end()) {
                faults.add("/parts/" + i + "/start", "must not be before the end of the previous part");
            }
            length += part.end() - part.start();
            found.add(part);
        }
        if (length > MarkedPlace.MOST) {
            faults.add("/parts", "must have at most " + MarkedPlace.MOST + " code points in total");
        }
        return List.copyOf(found);
    }
}
