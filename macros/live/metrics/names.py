"""The table of metrics: METRICS, name -> function. Importing it loads every file of this package."""

from .averaging import (
    f1_score,
    fbeta_score,
    precision_score,
    recall_score,
)
from .basic_arithmetic import (
    difference,
    product,
    ratio,
    root,
)
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
from .curves import (
    average_precision_score,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)
from .extras import (
    adjusted_r2,
    expected_calibration_error,
    expected_cost,
    population_stability_index,
    wilson_high,
    wilson_interval,
    wilson_low,
)
from .labels import (
    accuracy_score,
    balanced_accuracy_score,
    confusion_matrix,
    matthews_corrcoef,
)
from .probabilities import (
    brier_score_loss,
    log_loss,
)
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
    "expected_cost": expected_cost,
    "confusion_matrix": confusion_matrix,
    "accuracy_score": accuracy_score,
    "balanced_accuracy_score": balanced_accuracy_score,
    "precision_score": precision_score,
    "recall_score": recall_score,
    "f1_score": f1_score,
    "fbeta_score": fbeta_score,
    "matthews_corrcoef": matthews_corrcoef,
    "roc_curve": roc_curve,
    "roc_auc_score": roc_auc_score,
    "precision_recall_curve": precision_recall_curve,
    "average_precision_score": average_precision_score,
    "log_loss": log_loss,
    "brier_score_loss": brier_score_loss,
    "expected_calibration_error": expected_calibration_error,
    "mean_squared_error": mean_squared_error,
    "root_mean_squared_error": root_mean_squared_error,
    "mean_absolute_error": mean_absolute_error,
    "mean_absolute_percentage_error": mean_absolute_percentage_error,
    "r2_score": r2_score,
    "adjusted_r2": adjusted_r2,
    "sum_of_squared_errors": sum_of_squared_errors,
    "total_sum_of_squares": total_sum_of_squares,
    "wilson_interval": wilson_interval,
    "wilson_low": wilson_low,
    "wilson_high": wilson_high,
    "population_stability_index": population_stability_index,
    "ratio": ratio,
    "difference": difference,
    "product": product,
    "root": root,
}
