package org.quotecheck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.BudgetDataProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SpendProperty;
import software.amazon.awscdk.services.budgets.CfnBudget.SubscriberProperty;
import software.constructs.Construct;

/**
 * Of the whole account: a newsroom that runs more than this in it sets it accordingly. In us-east-1, where AWS has its
 * budgets.
 */
final class BudgetStack extends Stack {

    BudgetStack(Construct scope, StackProps props, Deployment deployment) {
        super(scope, "Budget", props);
        var email = SubscriberProperty.builder()
                .subscriptionType("EMAIL")
                .address(deployment.alarmEmail())
                .build();
        CfnBudget.Builder.create(this, "Budget")
                .budget(BudgetDataProperty.builder()
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(SpendProperty.builder()
                                .amount(deployment.monthlyBudget())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(Map.of("ACTUAL", 80, "FORECASTED", 100).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(at -> NotificationWithSubscribersProperty.builder()
                                .notification(NotificationProperty.builder()
                                        .notificationType(at.getKey())
                                        .comparisonOperator("GREATER_THAN")
                                        .threshold(at.getValue())
                                        .thresholdType("PERCENTAGE")
                                        .build())
                                .subscribers(List.of(email))
                                .build())
                        .toList())
                .build();
    }
}
