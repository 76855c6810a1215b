(comment) @comment

[
  (single_quote_scalar)
  (double_quote_scalar)
  (block_scalar)
] @string

[
  (integer_scalar)
  (float_scalar)
] @number

(block_mapping_pair
  key: (flow_node) @property)

(flow_mapping
  (flow_pair
    key: (flow_node) @property))
