HERE = 'too'
