package org.quotecheck;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every GET of openapi.yaml, and the lists with filters, over one claim and what belongs to it. */
public final class Walk {

    private static final Contract CONTRACT = new Contract();

    private final String claim;
    private final Map<String, String> ids;
    private final List<String> more;

    /**
     * @param ids what a path's parameters stand for, by the beginning of the path and the parameter's name: the longest
     *     beginning counts
     * @param more paths beside those of the contract
     */
    public Walk(String claim, Map<String, String> ids, List<String> more) {
        this.claim = claim;
        this.ids = ids;
        this.more = more;
    }

    /** All answers by path; redirections are not followed. */
    public Map<String, Response> read(Supplier<RequestSpecification> who) {
        var answers = new LinkedHashMap<String, Response>();
        for (var path : paths()) {
            answers.put(
                    path,
                    who.get()
                            .redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get(path));
        }
        return answers;
    }

    private List<String> paths() {
        var paths = new ArrayList<String>();
        CONTRACT.operations().values().stream()
                .filter(operation ->
                        operation.method().equals("GET") && !operation.id().equals("searchImages"))
                .map(Contract.Operation::path)
                .forEach(path -> paths.add(filled(path)));
        paths.add("/v1/claims?limit=100");
        paths.add("/v1/claims/" + claim + "?redirect=false");
        paths.add("/v1/corrections?limit=100");
        paths.add("/v1/log/proof?number=1&claimId=" + claim);
        paths.add("/embed/v1/claims?ids=" + claim);
        paths.addAll(more);
        return paths;
    }

    private String filled(String path) {
        var filled = path;
        for (var name : path.replaceAll("[^{]*\\{(\\w+)}[^{]*", "$1 ").strip().split(" ")) {
            var value = ids.entrySet().stream()
                    .filter(entry -> path.startsWith(entry.getKey().replaceAll(" .*", ""))
                            && entry.getKey().endsWith(" " + name))
                    .max(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .orElse(claim);
            filled = filled.replace("{" + name + "}", value);
        }
        return filled;
    }
}
