"""What words make likely: classifiers beside the rules of the grammar, trained on annotated articles (`docs/claims.md`).

Three linear ones: which kinds of claims a sentence makes, what a person in it does for a series, how firm a claim is. What the
first two find unlikely of what the rules read is left out, what they find likely and no rule read is added and says so.
"""
