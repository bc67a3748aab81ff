"""What the site costs, beside plain Material with the same text, in one run: `make bench`.

Ratios inside one run count, not seconds: pairs in alternating order, the first discarded, medians with their range.
"""
