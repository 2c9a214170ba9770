package org.quotecheck.webpage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The Article of a page's JSON-LD (schema.org), as far as we use it; empty where there is none, or it is broken. */
record ArticleData(
        String title, List<String> authors, String published, String publisher, String publisherUrl, String language) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TYPE = Pattern.compile("(?:https?://schema\\.org/)?(\\w*+)");
    private static final int MOST_NODES = 2_000;

    static ArticleData in(List<String> scripts) {
        for (var script : scripts) {
            var article = article(script);
            if (article != null) {
                return of(article);
            }
        }
        return new ArticleData(null, List.of(), null, null, null, null);
    }

    private static ArticleData of(JsonNode article) {
        var authors = new ArrayList<String>();
        each(article.path("author"))
                .forEach(author -> authors.add(text(author.isObject() ? author.path("name") : author)));
        authors.removeIf(name -> name == null);
        var publisher = one(article.path("publisher"));
        return new ArticleData(
                text(article.path("headline")) != null ? text(article.path("headline")) : text(article.path("name")),
                authors,
                text(article.path("datePublished")),
                publisher.isObject() ? text(publisher.path("name")) : text(publisher),
                text(publisher.path("url")),
                text(article.path("inLanguage")));
    }

    private static boolean isArticle(String type) {
        var name = TYPE.matcher(type);
        return name.matches()
                && (name.group(1).endsWith("Article") || name.group(1).endsWith("BlogPosting"));
    }

    private static JsonNode article(String script) {
        try {
            var open = new ArrayDeque<>(List.of(JSON.readTree(script)));
            for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
                var node = open.poll();
                if (each(node.path("@type")).stream().anyMatch(type -> isArticle(type.asText()))) {
                    return node;
                }
                node.forEach(child -> {
                    if (child.isContainerNode()) {
                        open.add(child);
                    }
                });
            }
        } catch (JsonProcessingException e) {
            return null; // many a page's is broken
        }
        return null;
    }

    private static List<JsonNode> each(JsonNode node) {
        var all = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else if (!node.isMissingNode() && !node.isNull()) {
            all.add(node);
        }
        return all;
    }

    private static JsonNode one(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.get(0) : node;
    }

    private static String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? WellFormed.text(node.textValue()).strip()
                : null;
    }
}
