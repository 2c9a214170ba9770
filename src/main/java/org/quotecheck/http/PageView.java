package org.quotecheck.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.quotecheck.digest.JsonForm;

/**
 * One page of a list; {@code nextCursor} is absent on the last. What is sent ends early, with a cursor, before it
 * passes 4 MiB.
 *
 * @param after the cursor that goes on after the item at this index
 */
@RegisterForReflection
public record PageView<T>(
        List<T> items, String nextCursor, @JsonIgnore IntFunction<String> after) {

    /** In bytes, with room for what surrounds the items. */
    private static final int MOST_BYTES = 4 * 1024 * 1024 - 4 * 1024;

    private static final ObjectMapper JSON = JsonForm.mapper();

    /** A list of nothing. */
    public static <T> PageView<T> empty() {
        return new PageView<>(List.of(), null, null);
    }

    /**
     * One page of a list.
     *
     * @param rows those after the cursor, at least one more than the limit where there are so many
     * @param key an item's sort key, for the cursor
     * @param filters what else the list depends on, as for {@link Cursor}
     */
    public static <T> PageView<T> of(List<T> rows, Limit limit, Function<T, List<String>> key, Object... filters) {
        boolean last = rows.size() <= limit.value();
        IntFunction<String> after = index -> Cursor.write(key.apply(rows.get(index)), filters);
        return new PageView<>(
                last ? rows : rows.subList(0, limit.value()), last ? null : after.apply(limit.value() - 1), after);
    }

    /**
     * One page of a list that is sorted by its items' ids.
     *
     * @param rows those after the item with this id (null: from the beginning), at most so many
     * @param filters what else the list depends on, as for {@link Cursor}
     * @throws org.quotecheck.problem.Problem 400 for a cursor that this list did not give
     */
    public static <T> PageView<T> ofIds(
            Limit limit,
            String cursor,
            Function<T, UUID> id,
            BiFunction<UUID, Integer, List<T>> rows,
            Object... filters) {
        return of(
                rows.apply(Cursor.readId(cursor, filters), limit.value() + 1),
                limit,
                item -> List.of(id.apply(item).toString()),
                filters);
    }

    /**
     * One page of a list that is short enough to be had whole.
     *
     * @param key names an item of the list
     * @param filters what else the list depends on, as for {@link Cursor}
     * @throws org.quotecheck.problem.Problem 400 for a cursor that this list did not give
     */
    public static <T> PageView<T> cut(
            List<T> all, Limit limit, String cursor, Function<T, String> key, Object... filters) {
        int from = 0;
        if (cursor != null) {
            var last = Cursor.read(cursor, 1, filters).getFirst();
            while (from < all.size() && !key.apply(all.get(from)).equals(last)) {
                from++;
            }
            if (from++ == all.size()) {
                throw Cursor.malformed(); // the item has gone
            }
        }
        return of(all.subList(from, all.size()), limit, item -> List.of(key.apply(item)), filters);
    }

    /** The same page with each item as clients see it. */
    public <R> PageView<R> map(Function<? super T, R> view) {
        return with(items.stream().<R>map(view).toList());
    }

    /** The same page with these items, one for each of the present ones. */
    public <R> PageView<R> with(List<R> views) {
        return new PageView<>(views, nextCursor, after);
    }

    /** The page with its {@code Link: rel="next"} (RFC 8288). */
    public Response response(UriInfo uri) {
        var body = new StringBuilder("{\"items\":[");
        var next = nextCursor;
        int bytes = 0;
        for (int i = 0; i < items.size(); i++) {
            var item = write(items.get(i));
            bytes += item.getBytes(StandardCharsets.UTF_8).length + 1;
            if (i > 0 && bytes > MOST_BYTES) {
                next = after.apply(i - 1);
                break;
            }
            body.append(i == 0 ? "" : ",").append(item);
        }
        body.append(']')
                .append(next == null ? "" : ",\"nextCursor\":\"" + next + '"')
                .append('}');
        var response = Response.ok(body.toString().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE);
        if (next != null) {
            var link =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            response.links(Link.fromUri(link.getRawPath() + '?' + link.getRawQuery())
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    private static String write(Object item) {
        try {
            return JSON.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
