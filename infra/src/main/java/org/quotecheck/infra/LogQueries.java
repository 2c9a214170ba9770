package org.quotecheck.infra;

import java.util.List;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.QueryDefinition;
import software.amazon.awscdk.services.logs.QueryString;
import software.amazon.awscdk.services.logs.QueryStringProps;
import software.constructs.Construct;

/** Questions that operators have asked, saved in CloudWatch Logs Insights. */
final class LogQueries extends Construct {

    private final Name deployment;

    LogQueries(Construct scope, Name deployment, FunctionStack function) {
        super(scope, "LogQueries");
        this.deployment = deployment;
        var entrance = function.entrance().log();
        var service = function.service().getLogGroup();
        query(
                "Failed calls by path",
                entrance,
                QueryStringProps.builder()
                        .fields(List.of("@timestamp", "path", "status", "error"))
                        .filterStatements(List.of("status >= 500"))
                        .statsStatements(List.of("count(*) as calls by method, path, status"))
                        .sort("calls desc")
                        .limit(50));
        query(
                "Slowest calls",
                entrance,
                QueryStringProps.builder()
                        .fields(List.of("@timestamp", "method", "path", "status", "ms", "functionMs", "request"))
                        .sort("ms desc")
                        .limit(50));
        query(
                "One call",
                List.of(entrance, service),
                QueryStringProps.builder()
                        .fields(List.of("@timestamp", "@log", "@message"))
                        .filterStatements(List.of("request = \"ID\" or gateway = \"ID\" or message like \"ID\""))
                        .sort("@timestamp")
                        .limit(100));
        query(
                "Cold starts",
                service,
                QueryStringProps.builder()
                        .filterStatements(List.of("@type = \"REPORT\" and ispresent(@initDuration)"))
                        .statsStatements(List.of(
                                "count(*) as starts, pct(@initDuration, 50) as p50, pct(@initDuration, 99) as p99,"
                                        + " max(@maxMemoryUsed / 1000 / 1000) as MB by bin(1h)")));
        query(
                "Warnings and errors",
                service,
                QueryStringProps.builder()
                        .fields(List.of("@timestamp", "@message"))
                        .filterStatements(List.of("@message like /WARN|ERROR/"))
                        .sort("@timestamp desc")
                        .limit(100));
    }

    private void query(String name, ILogGroup log, QueryStringProps.Builder question) {
        query(name, List.of(log), question);
    }

    private void query(String name, List<ILogGroup> logs, QueryStringProps.Builder question) {
        QueryDefinition.Builder.create(this, name.replace(" ", ""))
                .queryDefinitionName(deployment + "/" + name)
                .logGroups(logs)
                .queryString(new QueryString(question.build()))
                .build();
    }
}
