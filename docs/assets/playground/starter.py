from live.metrics import confusion_matrix, precision, recall

# What a model predicted for 540 handwritten digits. Label 1: an 8.
y_true, y_score = [], []
with open("data/digits8_logreg_test.csv") as file:
    file.readline()  # the names of the columns
    for line in file:
        _, label, score = line.strip().split(",")
        y_true.append(int(label))
        y_score.append(float(score))

# Change this line. Which metric rises, and which one falls?
threshold = 0.5
y_pred = [int(score >= threshold) for score in y_score]
(tn, fp), (fn, tp) = confusion_matrix(y_true, y_pred)
print("false positives:", fp, " false negatives:", fn)
print(f"precision: {precision(tp=tp, fp=fp):.3f}")
print(f"recall: {recall(tp=tp, fn=fn):.3f}")
