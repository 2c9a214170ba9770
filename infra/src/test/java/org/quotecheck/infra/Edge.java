package org.quotecheck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The edge as it is synthesised: what it does with a path. */
record Edge(Synthesis made) {

    /** The first whose pattern fits, else the default: AWS::CloudFront::Distribution CacheBehavior PathPattern. */
    JsonNode behaviour(String path) {
        return StreamSupport.stream(distribution().get("CacheBehaviors").spliterator(), false)
                .filter(behaviour ->
                        path.matches(Pattern.quote(behaviour.get("PathPattern").asText())
                                .replace("*", "\\E.*\\Q")
                                .replace("?", "\\E.\\Q")))
                .findFirst()
                .orElse(distribution().get("DefaultCacheBehavior"));
    }

    JsonNode distribution() {
        return made.one("Edge", "AWS::CloudFront::Distribution").property("/DistributionConfig");
    }

    JsonNode policy(JsonNode behaviour) {
        return made.one(
                        "Edge",
                        "AWS::CloudFront::CachePolicy",
                        behaviour.at("/CachePolicyId/Ref").asText())
                .property("/CachePolicyConfig");
    }

    JsonNode request(JsonNode behaviour) {
        return made.one(
                        "Edge",
                        "AWS::CloudFront::OriginRequestPolicy",
                        behaviour.at("/OriginRequestPolicyId/Ref").asText())
                .property("/OriginRequestPolicyConfig");
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
