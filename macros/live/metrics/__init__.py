"""Metrics by name: from counts under the bare term, from rows under scikit-learn's name, and plain formulas."""

from .counts import (
    accuracy,
    balanced_accuracy,
    f1,
    false_negative_rate,
    false_positive_rate,
    fbeta,
    mcc,
    negative_predictive_value,
    precision,
    prevalence,
    recall,
    specificity,
)
from .formulas import difference, product, ratio, root
from .labels import accuracy_score, confusion_matrix, f1_score, matthews_corrcoef, precision_score, recall_score
from .regression import (
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    r2_score,
    root_mean_squared_error,
    sum_of_squared_errors,
    total_sum_of_squares,
)

METRICS: dict = {
    "accuracy": accuracy,
    "precision": precision,
    "recall": recall,
    "specificity": specificity,
    "negative_predictive_value": negative_predictive_value,
    "false_positive_rate": false_positive_rate,
    "false_negative_rate": false_negative_rate,
    "prevalence": prevalence,
    "f1": f1,
    "fbeta": fbeta,
    "balanced_accuracy": balanced_accuracy,
    "mcc": mcc,
    "confusion_matrix": confusion_matrix,
    "accuracy_score": accuracy_score,
    "precision_score": precision_score,
    "recall_score": recall_score,
    "f1_score": f1_score,
    "matthews_corrcoef": matthews_corrcoef,
    "mean_squared_error": mean_squared_error,
    "root_mean_squared_error": root_mean_squared_error,
    "mean_absolute_error": mean_absolute_error,
    "mean_absolute_percentage_error": mean_absolute_percentage_error,
    "r2_score": r2_score,
    "sum_of_squared_errors": sum_of_squared_errors,
    "total_sum_of_squares": total_sum_of_squares,
    "ratio": ratio,
    "difference": difference,
    "product": product,
    "root": root,
}
